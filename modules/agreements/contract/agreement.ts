import { instantSchema } from '@mosty/kernel/time';
import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { CLASSES, KINDS } from './classes.ts';
import { expectationsFields, versionSchema } from './version.ts';
import { promiseSchema } from './promise.ts';

/** draft: not accepted yet · accepted: by both, not launched · launched: in force · ended. */
export const AGREEMENT_STATES = ['draft', 'accepted', 'launched', 'ended'] as const;

/** Which department answers for an alliance: it may live apart from partner sales (S2.32). */
export const DEPARTMENTS = ['management', 'partners', 'product', 'pr', 'marketing'] as const;
export type Department = (typeof DEPARTMENTS)[number];

const numberText = z.string().trim().min(1).max(100);
const reasonText = z.string().trim().min(1).max(1_000);
const day = z.iso.date();

export const agreementSchema = z.object({
  id: idSchema('agreement'),
  partnerId: idSchema('partner'),
  class: z.enum(CLASSES),
  kind: z.enum(KINDS),
  classReason: z.string().nullable(),
  number: z.string().nullable(),
  client: z.object({ id: idSchema('client'), name: z.string() }).nullable(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  state: z.enum(AGREEMENT_STATES),
  createdAt: instantSchema,
  acceptedAt: instantSchema.nullable(),
  /** Signed on paper, outside of here. */
  signedOn: z.string().nullable(),
  launchedOn: z.string().nullable(),
  endedAt: instantSchema.nullable(),
  endReason: z.string().nullable(),
  currentVersion: z.int(),
  /** Alliances only; null: nobody said. */
  department: z.enum(DEPARTMENTS).nullable(),
});

export const agreementCardSchema = agreementSchema.extend({
  /** Newest first. */
  versions: z.array(versionSchema),
  promises: z.array(promiseSchema),
  can: canSchema,
});
export type AgreementCard = z.infer<typeof agreementCardSchema>;

const agreementParams = z.strictObject({ agreementId: idSchema('agreement') });
const tag = 'agreements';

export const agreementFields = z.strictObject({
  partnerId: idSchema('partner'),
  class: z.enum(CLASSES),
  kind: z.enum(KINDS),
  number: numberText.nullish(),
  /** Referral only: the client that this partner is. */
  clientId: idSchema('client').nullish(),
  startsOn: day,
  endsOn: day.nullish(),
  /** Why partner sales although the partner has been a client (S2.14); the head's word. */
  classReason: reasonText.nullish(),
  expectations: expectationsFields.optional(),
  /** Signed on paper on this day, outside of here. */
  signedOn: day.nullish(),
  launchedOn: day.nullish(),
});

export const openAgreement = operation({
  id: 'openAgreement',
  method: 'POST',
  path: '/agreements',
  summary: 'Open an agreement of one class and one kind',
  tag,
  permission: 'agreement.open',
  body: agreementFields,
  answer: agreementCardSchema,
  status: 201,
});

export const getAgreement = operation({
  id: 'getAgreement',
  method: 'GET',
  path: '/agreements/:agreementId',
  summary: 'One agreement with its versions and promises',
  tag,
  permission: 'agreement.read',
  params: agreementParams,
  answer: agreementCardSchema,
});

export const listAgreements = operation({
  id: 'listAgreements',
  method: 'GET',
  path: '/partners/:partnerId/agreements',
  summary: 'All agreements of a partner, open ones first',
  tag,
  permission: 'agreement.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({ items: z.array(agreementCardSchema), can: canSchema }),
});

export const launchAgreement = operation({
  id: 'launchAgreement',
  method: 'POST',
  path: '/agreements/:agreementId/launch',
  summary: 'The accepted agreement starts to work: from this day the contact is a partner (S2.19)',
  tag,
  permission: 'agreement.launch',
  params: agreementParams,
  body: z.strictObject({ launchedOn: day.optional() }),
  answer: agreementCardSchema,
});

export const setDepartment = operation({
  id: 'setDepartment',
  method: 'PUT',
  path: '/agreements/:agreementId/department',
  summary: 'Say which department of ours answers for an alliance (S2.32)',
  tag,
  permission: 'agreement.propose',
  params: agreementParams,
  body: z.strictObject({ department: z.enum(DEPARTMENTS) }),
  answer: agreementCardSchema,
});

export const endAgreement = operation({
  id: 'endAgreement',
  method: 'POST',
  path: '/agreements/:agreementId/end',
  summary: 'End the agreement with a reason; refused while promises, money or a dispute are open (S0.66)',
  tag,
  permission: 'agreement.end',
  params: agreementParams,
  body: z.strictObject({ reason: reasonText }),
  answer: agreementCardSchema,
});

export const changeClass = operation({
  id: 'changeClass',
  method: 'POST',
  path: '/agreements/:agreementId/class',
  summary: 'Count the agreement in another class from now on, with a reason (S2.5)',
  tag,
  permission: 'agreement.change_class',
  params: agreementParams,
  body: z.strictObject({
    class: z.enum(CLASSES),
    kind: z.enum(KINDS),
    clientId: idSchema('client').nullish(),
    reason: reasonText,
  }),
  answer: agreementCardSchema,
});
