import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';

export const PROVIDERS = ['stripe', 'yookassa', 'cloudpayments', 'signed'] as const;
export type Provider = (typeof PROVIDERS)[number];
export const INTAKE_OUTCOMES = ['recorded', 'known', 'waiting', 'ignored', 'held'] as const;
export type IntakeOutcome = (typeof INTAKE_OUTCOMES)[number];

export const intakeSourceSchema = z.object({
  id: idSchema('intake_source'),
  provider: z.enum(PROVIDERS),
  name: z.string(),
  /** Below the program's own address; where the secret stands in it, it is shown once, at creation. */
  path: z.string(),
  hasSecret: z.boolean(),
  hasCredentials: z.boolean(),
  trustsUnread: z.boolean(),
  checksAddress: z.boolean(),
  takesTest: z.boolean(),
  state: z.enum(['on', 'off']),
  /** Calls that were not the provider's. */
  refused: z.int(),
  refusedAt: instantSchema.nullable(),
  refusedBecause: z.string().nullable(),
  lastEventAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type IntakeSourceView = z.infer<typeof intakeSourceSchema>;

export const intakeEventSchema = z.object({
  id: idSchema('intake_event'),
  messageId: z.string(),
  type: z.string(),
  outcome: z.enum(INTAKE_OUTCOMES),
  because: z.string().nullable(),
  what: z.enum(['sale', 'refund']).nullable(),
  externalId: z.string().nullable(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  receivedAt: instantSchema,
});
export type IntakeEventView = z.infer<typeof intakeEventSchema>;

const tag = 'intake';
const params = z.strictObject({ sourceId: idSchema('intake_source') });
const secret = z.string().trim().min(8).max(200);
const credentials = z.strictObject({
  shopId: z
    .string()
    .trim()
    .regex(/^\d{1,20}$/),
  secretKey: z.string().trim().min(8).max(200),
});
const choices = {
  trustsUnread: z.boolean().optional(),
  checksAddress: z.boolean().optional(),
  takesTest: z.boolean().optional(),
};

export const listIntakeSources = operation({
  id: 'listIntakeSources',
  method: 'GET',
  path: '/intake-sources',
  summary: 'Payment providers that tell of payments, with the address to give to each',
  tag,
  permission: 'intake.read',
  answer: z.object({ items: z.array(intakeSourceSchema) }),
});

/** Not replayed by an Idempotency-Key: the stored answer would hold the secret. */
export const createIntakeSource = operation({
  id: 'createIntakeSource',
  method: 'POST',
  path: '/intake-sources',
  summary: 'Takes payments from a provider from now on; a secret made by us is shown this once',
  tag,
  permission: 'intake.write',
  body: z.strictObject({
    provider: z.enum(PROVIDERS),
    name: z.string().trim().min(1).max(200),
    /** The provider’s: Stripe’s `whsec_…`, CloudPayments’ API password. Left out where it comes later. */
    secret: secret.optional(),
    credentials: credentials.optional(),
    ...choices,
  }),
  answer: z.object({
    source: intakeSourceSchema,
    /** Ours, where the provider has none: for YooKassa the end of the address, for signed JSON the key. */
    secret: z.string().nullable(),
  }),
  status: 201,
  idempotent: false,
});

export const changeIntakeSource = operation({
  id: 'changeIntakeSource',
  method: 'PATCH',
  path: '/intake-sources/:sourceId',
  summary: 'Changes a name, a secret, what is trusted, or switches it on or off',
  tag,
  permission: 'intake.write',
  params,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    secret: secret.optional(),
    credentials: credentials.nullable().optional(),
    state: z.enum(['on', 'off']).optional(),
    ...choices,
  }),
  answer: intakeSourceSchema,
});

export const listIntakeEvents = operation({
  id: 'listIntakeEvents',
  method: 'GET',
  path: '/intake-sources/:sourceId/events',
  summary: 'What a provider told and what became of it, newest first',
  tag,
  permission: 'intake.read',
  params,
  query: z.strictObject({ ...pageQuery, outcome: z.enum(INTAKE_OUTCOMES).optional() }),
  answer: pageOf(intakeEventSchema),
});

const provider = z.enum(PROVIDERS);

/** The body is the provider's own: its bytes are what is signed, so nothing reads it before the signature. */
export const takePayment = operation({
  id: 'takePayment',
  method: 'POST',
  path: '/intake/:sourceId/:provider',
  summary: 'Called by Stripe, CloudPayments or a program that signs JSON by Standard Webhooks',
  tag,
  permission: 'public',
  params: z.strictObject({ ...params.shape, provider }),
  answer: z.object({ code: z.literal(0), outcome: z.string() }),
  idempotent: false,
});

export const takePaymentBySecret = operation({
  id: 'takePaymentBySecret',
  method: 'POST',
  path: '/intake/:sourceId/:provider/:secret',
  summary: 'Called by YooKassa, which signs nothing: the end of the address is the secret',
  tag,
  permission: 'public',
  params: z.strictObject({ ...params.shape, provider, secret: z.string().min(8).max(200) }),
  answer: z.object({ code: z.literal(0), outcome: z.string() }),
  idempotent: false,
});
