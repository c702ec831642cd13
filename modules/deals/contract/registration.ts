import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import {
  DEAL_KINDS,
  dealParams,
  dealSchema,
  dealTag,
  HANDOVER_BASES,
  OUTCOMES,
  REGISTRATIONS,
} from './deal.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** What is told of the client. The company's name is enough; every other field makes a duplicate easier to see. */
export const registrantClientSchema = z.strictObject({
  name: text(300),
  taxNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z./ -]{3,32}$/)
    .optional(),
  site: text(300).optional(),
  person: text(200).optional(),
  email: z.email().max(200).optional(),
  phone: z.string().trim().min(3).max(40).optional(),
});
export type RegistrantClient = z.output<typeof registrantClientSchema>;

/** The answer at once. A partner is told that the client is taken, never by whom. */
export const registrationAnswerSchema = z.object({
  dealId: idSchema('deal').nullable(),
  number: z.int().nullable(),
  registration: z.enum(REGISTRATIONS),
  answer: z.enum(['accepted', 'looks_alike', 'taken', 'yours_already']),
  answerDueAt: instantSchema.nullable(),
  /** Which keys met. For people of a partner only kinds they told themselves. */
  met: z.array(z.enum(['tax_number', 'domain', 'email', 'phone', 'name', 'person'])),
});

export const registerDeal = operation({
  id: 'registerDeal',
  method: 'POST',
  path: '/deals',
  summary: 'Hand over a client: protected from the moment of registration; a duplicate is answered at once',
  tag: dealTag,
  permission: 'deal.register',
  body: z.strictObject({
    /** Left out by a partner's person: it is their own. Null: our own deal, nobody brought it. */
    partnerId: idSchema('partner').nullish(),
    agreementId: idSchema('agreement').optional(),
    client: registrantClientSchema.optional(),
    /** A client we know; for our own people. */
    clientId: idSchema('client').optional(),
    kind: z.enum(DEAL_KINDS).default('new'),
    expandsDealId: idSchema('deal').optional(),
    title: text(300).optional(),
    handoverBasis: z.enum(HANDOVER_BASES).optional(),
    amountMinor: z.int().min(0).optional(),
    currency: currencySchema.optional(),
    nextStep: text(300).optional(),
    nextStepOn: z.iso.date().optional(),
    expectedOn: z.iso.date().optional(),
    /** Whose work it is; left out: the partner's manager, or whoever writes it down. For our own people. */
    ownerMemberId: idSchema('member').optional(),
  }),
  answer: registrationAnswerSchema,
  status: 201,
});

export const checkDuplicate = operation({
  id: 'checkDuplicate',
  method: 'POST',
  path: '/deals/duplicate-check',
  summary: 'Whether such a client is here already, without registering it',
  tag: dealTag,
  permission: 'deal.register',
  body: z.strictObject({ client: registrantClientSchema }),
  answer: registrationAnswerSchema.pick({ answer: true, met: true }),
});

export const approveDeal = operation({
  id: 'approveDeal',
  method: 'POST',
  path: '/deals/:dealId/approval',
  summary: 'The client is this partner’s for the period of protection, counted from the registration',
  tag: dealTag,
  permission: 'deal.decide',
  params: dealParams,
  body: z.strictObject({
    /** For a form that named nobody we know. */
    partnerId: idSchema('partner').optional(),
    agreementId: idSchema('agreement').optional(),
    /** The client turned out to be one we know. */
    clientId: idSchema('client').optional(),
    reason: text(4_000).optional(),
  }),
  answer: dealSchema,
});

export const rejectDeal = operation({
  id: 'rejectDeal',
  method: 'POST',
  path: '/deals/:dealId/rejection',
  summary: 'Refuse a registration; the reason goes to whoever registered it',
  tag: dealTag,
  permission: 'deal.decide',
  params: dealParams,
  body: z.strictObject({ reason: text(4_000) }),
  answer: dealSchema,
});

export const withdrawDeal = operation({
  id: 'withdrawDeal',
  method: 'POST',
  path: '/deals/:dealId/withdrawal',
  summary: 'Take a registration back; the client is free again',
  tag: dealTag,
  permission: 'deal.register',
  params: dealParams,
  body: z.strictObject({ reason: text(4_000).optional() }),
  answer: dealSchema,
});

export const extendProtection = operation({
  id: 'extendProtection',
  method: 'POST',
  path: '/deals/:dealId/extension',
  summary: 'Protect the client for longer; how many times is a rule of the company',
  tag: dealTag,
  permission: 'deal.decide',
  params: dealParams,
  body: z.strictObject({ reason: text(4_000) }),
  answer: dealSchema,
});

export const askClient = operation({
  id: 'askClient',
  method: 'POST',
  path: '/deals/:dealId/handover',
  summary: 'Send the client a letter with one question: may your contacts be handed over',
  tag: dealTag,
  permission: 'deal.decide',
  params: dealParams,
  body: z.strictObject({}),
  answer: dealSchema,
});

const occurred = z.iso.datetime({ offset: true }).transform((told) => new Date(told));

export const importDeals = operation({
  id: 'importDeals',
  method: 'POST',
  path: '/deals/import',
  summary:
    'Deals of a CRM as a list: each number of the source once for ever; who came second on a client is told',
  tag: dealTag,
  permission: 'deal.import',
  status: 201,
  body: z.strictObject({
    source: z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, 'lower-case letters, digits, dots, dashes'),
    deals: z
      .array(
        z.strictObject({
          externalId: text(200),
          title: text(300).optional(),
          clientExternalId: text(200).optional(),
          clientName: text(300).optional(),
          /** A partner's name or number, as in a sale. */
          partner: text(300).optional(),
          /** When the partner began with the client; without it nothing is registered. */
          registeredAt: occurred.optional(),
          closedAt: occurred.optional(),
          outcome: z.enum(OUTCOMES).optional(),
          stage: z.string().min(1).max(40).optional(),
          amountMinor: z.int().min(0).optional(),
          currency: currencySchema.optional(),
        }),
      )
      .min(1)
      .max(1_000),
  }),
  answer: z.object({
    recorded: z.int(),
    known: z.int(),
    conflicts: z.array(
      z.object({
        dealId: idSchema('deal'),
        externalId: z.string(),
        yieldsToDealId: idSchema('deal'),
      }),
    ),
  }),
});
