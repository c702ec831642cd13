import { idSchema } from '@mosty/kernel/id';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';
import { instantSchema } from '@mosty/kernel/time';
import {
  countryText,
  emailText,
  externalIdText,
  longText,
  nameText,
  phoneText,
  shortText,
  taxNumberText,
} from './partner.ts';

/** S2.7: what a client must have shown before it may refer others to us. */
export const PROOFS = ['payment', 'result', 'satisfaction', 'consent'] as const;
export type Proof = (typeof PROOFS)[number];

const partnerRef = z.object({ id: idSchema('partner'), name: z.string() });

export const clientSchema = z.object({
  id: idSchema('client'),
  name: z.string(),
  externalId: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  taxNumber: z.string().nullable(),
  /** Whom to speak with there. */
  person: z.string().nullable(),
  site: z.string().nullable(),
  country: z.string().nullable(),
  segment: z.string().nullable(),
  keeper: partnerRef.nullable(),
  /** Null with a keeper: kept from the beginning. */
  keeperSince: instantSchema.nullable(),
  keeperReason: z.string().nullable(),
  createdAt: instantSchema,
  firstPaidAt: instantSchema.nullable(),
  resultConfirmedAt: instantSchema.nullable(),
  resultEvidence: z.string().nullable(),
  satisfied: z.boolean().nullable(),
  consentAt: instantSchema.nullable(),
  /** Proofs still missing for a referral agreement (S2.7). */
  missingProofs: z.array(z.enum(PROOFS)),
});
export type Client = z.infer<typeof clientSchema>;

export const clientFields = z.strictObject({
  name: nameText,
  externalId: externalIdText.nullish(),
  email: emailText.nullish(),
  phone: phoneText.nullish(),
  taxNumber: taxNumberText.nullish(),
  person: z.string().trim().min(1).max(200).nullish(),
  site: shortText.nullish(),
  country: countryText.nullish(),
  segment: shortText.nullish(),
});
export type ClientFields = z.output<typeof clientFields>;

const clientParams = z.strictObject({ clientId: idSchema('client') });
const tag = 'clients';

export const listClients = operation({
  id: 'listClients',
  method: 'GET',
  path: '/clients',
  summary: 'Clients, with the partner that keeps each',
  tag,
  permission: 'client.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(200).optional(),
    keeperPartnerId: idSchema('partner').optional(),
    kept: z.enum(['yes', 'no']).optional(),
    paid: z.enum(['yes', 'no']).optional(),
    proven: z.enum(['yes', 'no']).optional(),
    segment: z.string().max(300).optional(),
    /** Whom this file wrote down first. */
    import: idSchema('import_file').optional(),
    sortBy: z.enum(['name', 'createdAt']).default('name'),
    sortOrder: z.enum(['asc', 'desc']).default('asc'),
  }),
  answer: pageOf(clientSchema),
});

export const exportClients = exportOf(listClients, { id: 'exportClients', permission: 'client.export' });

export const getClient = operation({
  id: 'getClient',
  method: 'GET',
  path: '/clients/:clientId',
  summary: 'One client: keeper, reason, proofs, and who kept it before',
  tag,
  permission: 'client.read',
  params: clientParams,
  answer: clientSchema.extend({
    keepers: z.array(
      z.object({
        partner: partnerRef.nullable(),
        since: instantSchema.nullable(),
        reason: z.string(),
        recordedAt: instantSchema,
      }),
    ),
    /** The client it turned out to be; null: a client by itself. */
    mergedInto: z.object({ id: idSchema('client'), name: z.string() }).nullable(),
    /** Those that turned out to be this one. */
    merged: z.array(z.object({ id: idSchema('client'), name: z.string(), mergedAt: instantSchema })),
    can: canSchema,
  }),
});

export const createClient = operation({
  id: 'createClient',
  method: 'POST',
  path: '/clients',
  summary: 'Write down a client',
  tag,
  permission: 'client.write',
  body: clientFields,
  answer: clientSchema,
  status: 201,
});

export const updateClient = operation({
  id: 'updateClient',
  method: 'PATCH',
  path: '/clients/:clientId',
  summary: 'Change what is written of a client; fields left out stay',
  tag,
  permission: 'client.write',
  params: clientParams,
  body: clientFields.partial(),
  answer: clientSchema,
});

export const confirmResult = operation({
  id: 'confirmResult',
  method: 'POST',
  path: '/clients/:clientId/result',
  summary: 'The client got a result, is satisfied or not, and agreed to speak of us or not (S2.7)',
  tag,
  permission: 'client.write',
  params: clientParams,
  body: z.strictObject({ evidence: longText, satisfied: z.boolean(), consents: z.boolean() }),
  answer: clientSchema,
});

export const changeKeeper = operation({
  id: 'changeKeeper',
  method: 'POST',
  path: '/clients/:clientId/keeper',
  summary: 'Give the client to another partner, or to nobody, from a moment on, with a reason',
  tag,
  permission: 'client.change_keeper',
  params: clientParams,
  body: z.strictObject({
    partnerId: idSchema('partner').nullable(),
    /** From this moment on; now when left out. Sales before it stay with whom they were. */
    since: z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .optional(),
    reason: shortText,
  }),
  answer: clientSchema,
});

export const mergeClients = operation({
  id: 'mergeClients',
  method: 'POST',
  path: '/clients/:clientId/merge',
  summary: 'The client turned out to be another one: its deals, leads and visits become the other’s',
  tag,
  permission: 'client.merge',
  params: clientParams,
  body: z.strictObject({ intoId: idSchema('client') }),
  /** The client that is left. */
  answer: clientSchema,
});

export const undoMerge = operation({
  id: 'undoMerge',
  method: 'POST',
  path: '/clients/:clientId/merge/undo',
  summary: 'It was another client after all: what was moved goes back',
  tag,
  permission: 'client.merge',
  params: clientParams,
  body: z.strictObject({}),
  answer: clientSchema,
});
