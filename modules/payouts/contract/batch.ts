import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { blockedSchema } from './blocked.ts';
import { daySchema, fileFields, monthSchema, reasonText } from './shapes.ts';

export const BATCH_STATES = ['draft', 'approved', 'sent', 'paid', 'cancelled'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
export const PAYOUT_STATES = ['draft', 'approved', 'paid', 'failed', 'cancelled'] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

const tag = 'payouts';
const params = z.strictObject({ batchId: idSchema('payout_batch') });

const batchFields = {
  id: idSchema('payout_batch'),
  through: monthSchema,
  payOn: daySchema,
  currency: currencySchema,
  minimumMinor: minorSchema,
  state: z.enum(BATCH_STATES),
  payouts: z.int(),
  totalMinor: minorSchema,
  paidMinor: minorSchema,
  needsSecond: z.boolean(),
  madeAt: instantSchema,
  madeBy: z.string(),
};
export const batchRowSchema = z.object(batchFields);

export const payoutSchema = z.object({
  id: idSchema('payout'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  earnedMinor: minorSchema,
  carriedMinor: minorSchema,
  amountMinor: minorSchema,
  accruals: z.int(),
  state: z.enum(PAYOUT_STATES),
  paidOn: daySchema.nullable(),
  endReason: z.string().nullable(),
});
export type PayoutShown = z.infer<typeof payoutSchema>;

export const batchSchema = z.object({
  ...batchFields,
  approvedAt: instantSchema.nullable(),
  approvedBy: z.string().nullable(),
  secondAt: instantSchema.nullable(),
  secondBy: z.string().nullable(),
  sentAt: instantSchema.nullable(),
  sentBy: z.string().nullable(),
  finishedAt: instantSchema.nullable(),
  finishedBy: z.string().nullable(),
  cancelReason: z.string().nullable(),
  /** Names of those above, by id. */
  people: z.record(z.string(), z.string()),
  /** Which bank files this batch can be given out in, besides the tables. */
  bankFormats: z.array(z.string()),
  can: canSchema,
});
export type BatchShown = z.infer<typeof batchSchema>;

const blockedRowSchema = z.object({
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  amountMinor: minorSchema,
  reasons: z.array(blockedSchema),
});

export const listBatches = operation({
  id: 'listBatches',
  method: 'GET',
  path: '/payout-batches',
  summary: 'Payout batches, the last made first',
  tag,
  permission: 'payout.read',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(BATCH_STATES).optional(),
    /** Batches that hold a payout to this partner. */
    partnerId: idSchema('partner').optional(),
  }),
  answer: pageOf(batchRowSchema),
});

/** A row a payout: whom the money goes to, in which batch and whether it went. */
export const exportPayouts = exportOf(listBatches, { id: 'exportPayouts', permission: 'payout.export' });

export const getBatch = operation({
  id: 'getBatch',
  method: 'GET',
  path: '/payout-batches/:batchId',
  summary: 'One batch: who made, approved and sent it, and what may be done next',
  tag,
  permission: 'payout.read',
  params,
  answer: batchSchema,
});

export const listPayouts = operation({
  id: 'listPayouts',
  method: 'GET',
  path: '/payout-batches/:batchId/payouts',
  summary: 'The payouts of a batch, the largest first',
  tag,
  permission: 'payout.read',
  params,
  query: z.strictObject(pageQuery),
  answer: pageOf(payoutSchema),
});

export const getPayout = operation({
  id: 'getPayout',
  method: 'GET',
  path: '/payouts/:payoutId',
  summary: 'One payout and the batch it is in',
  tag,
  permission: 'payout.read',
  params: z.strictObject({ payoutId: idSchema('payout') }),
  answer: z.object({
    id: idSchema('payout'),
    batchId: idSchema('payout_batch'),
    partnerId: idSchema('partner'),
    amountMinor: minorSchema,
    currency: currencySchema,
    state: z.enum(PAYOUT_STATES),
  }),
});

export const listBlocked = operation({
  id: 'listBlocked',
  method: 'GET',
  path: '/payout-batches/:batchId/blocked',
  summary: 'Who is not in the batch, and why',
  tag,
  permission: 'payout.read',
  params,
  query: z.strictObject(pageQuery),
  answer: pageOf(blockedRowSchema),
});

const newBatch = z.strictObject({
  /** Earned up to the end of this month; the last full month unless told. */
  through: monthSchema.optional(),
  /** The day the money leaves; today unless told. May lie in the past while its month is open. */
  payOn: daySchema.optional(),
  currency: currencySchema.optional(),
  minimumMinor: z.int().min(0).optional(),
});

export const previewBatchOperation = operation({
  id: 'previewBatch',
  method: 'POST',
  path: '/payout-batches/preview',
  summary: 'What a batch would hold, and who would be left out. Nothing is made',
  tag,
  permission: 'payout.make',
  body: newBatch,
  answer: z.object({
    through: monthSchema,
    payOn: daySchema,
    currency: currencySchema,
    payouts: z.int(),
    totalMinor: minorSchema,
    needsSecond: z.boolean(),
    blocked: z.array(z.object({ code: z.string(), partners: z.int(), amountMinor: minorSchema })),
  }),
  idempotent: false,
});

export const makeBatchOperation = operation({
  id: 'makePayoutBatch',
  method: 'POST',
  path: '/payout-batches',
  summary: 'Gathers what is due into a batch for another person to approve',
  tag,
  permission: 'payout.make',
  body: newBatch,
  answer: z.object({
    batchId: idSchema('payout_batch'),
    payouts: z.int(),
    totalMinor: minorSchema,
    blocked: z.int(),
  }),
  status: 201,
});

const batchAct = (id: string, noun: string, summary: string, permission: string) =>
  operation({
    id,
    method: 'POST',
    path: `/payout-batches/:batchId/${noun}`,
    summary,
    tag,
    permission,
    params,
    answer: z.object({ state: z.enum(BATCH_STATES) }),
  });

export const approveBatchOperation = batchAct(
  'approvePayoutBatch',
  'approval',
  'Approves a batch that somebody else made; above the company’s limit two people do',
  'payout.approve',
);
export const sendBatchOperation = batchAct(
  'sendPayoutBatch',
  'sending',
  'The register went to the bank',
  'payout.pay',
);

export const cancelBatchOperation = operation({
  id: 'cancelPayoutBatch',
  method: 'POST',
  path: '/payout-batches/:batchId/cancellation',
  summary: 'Drops a batch before it goes to the bank; the money is due again',
  tag,
  permission: 'payout.make',
  params,
  body: z.strictObject({ reason: reasonText }),
  answer: z.object({ state: z.enum(BATCH_STATES) }),
});

export const markPaidOperation = operation({
  id: 'markPaid',
  method: 'POST',
  path: '/payout-batches/:batchId/payment',
  summary: 'The bank has taken the money: all open payouts of the batch, or those named',
  tag,
  permission: 'payout.pay',
  params,
  body: z.strictObject({
    paidOn: daySchema.optional(),
    payoutIds: z.array(idSchema('payout')).min(1).max(10_000).optional(),
  }),
  answer: z.object({ state: z.enum(BATCH_STATES), paid: z.int(), paidMinor: minorSchema }),
});

export const failPayoutOperation = operation({
  id: 'failPayout',
  method: 'POST',
  path: '/payouts/:payoutId/failure',
  summary: 'The bank refused a payout: its money is due again',
  tag,
  permission: 'payout.pay',
  params: z.strictObject({ payoutId: idSchema('payout') }),
  body: z.strictObject({ reason: reasonText }),
  answer: z.object({ state: z.enum(BATCH_STATES) }),
});

export const registerFile = operation({
  id: 'registerFile',
  method: 'GET',
  path: '/payout-batches/:batchId/register',
  summary: 'The register of an approved batch: a table, a PDF, or a file for the bank',
  tag,
  permission: 'payout.pay',
  params,
  query: z.strictObject({
    /** `csv`, `xlsx`, `pdf`, or one of `bankFormats` of the batch. */
    format: z.string().regex(/^[a-z0-9_]{2,40}$/),
    ...fileFields,
  }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});
