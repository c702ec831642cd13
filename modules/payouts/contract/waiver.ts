import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';

/** proposed: written down by one of us and not confirmed yet. */
export const WAIVER_STATES = ['proposed', 'accepted', 'declined'] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];
/** portal: by the partner itself · told: otherwise, and one of us wrote down where it is seen. */
export const WAIVER_HOW = ['portal', 'told'] as const;
export type WaiverHow = (typeof WAIVER_HOW)[number];

const tag = 'payouts';

export const waiverSchema = z.object({
  id: idSchema('waiver'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  currency: currencySchema,
  amountMinor: minorSchema,
  saidHow: z.enum(WAIVER_HOW),
  proof: z.string().nullable(),
  state: z.enum(WAIVER_STATES),
  saidAt: instantSchema,
  saidBy: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  can: canSchema,
});
export type WaiverShown = z.infer<typeof waiverSchema>;

/** What could be given up now: all that is approved, after what is set off against it. */
const openSchema = z.array(z.object({ currency: currencySchema, amountMinor: minorSchema }));

export const listWaivers = operation({
  id: 'listWaivers',
  method: 'GET',
  path: '/waivers',
  summary: 'What partners that leave gave up of what we owe them, the latest first',
  tag,
  permission: 'waiver.read',
  query: z.strictObject({
    ...pageQuery,
    partnerId: idSchema('partner').optional(),
    state: z.enum(WAIVER_STATES).optional(),
  }),
  answer: pageOf(waiverSchema),
});

export const readWaivable = operation({
  id: 'readWaivable',
  method: 'GET',
  path: '/partners/:partnerId/waivable',
  summary: 'What a partner that leaves could give up of what we owe it',
  tag,
  permission: 'waiver.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({ open: openSchema, can: canSchema }),
});

export const noteWaiverOperation = operation({
  id: 'noteWaiver',
  method: 'POST',
  path: '/partners/:partnerId/waivers',
  summary:
    'Writes down that a partner that leaves gave up the rest, and where it is seen; another person confirms',
  tag,
  permission: 'waiver.note',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: z.strictObject({
    currency: currencySchema.optional(),
    proof: z.string().trim().min(3).max(1_000),
  }),
  answer: z.object({ waiverId: idSchema('waiver'), amountMinor: minorSchema }),
  status: 201,
});

export const decideWaiverOperation = operation({
  id: 'decideWaiver',
  method: 'POST',
  path: '/waivers/:waiverId/decision',
  summary: 'Confirms or declines a waiver that somebody else wrote down',
  tag,
  permission: 'waiver.decide',
  params: z.strictObject({ waiverId: idSchema('waiver') }),
  body: z.strictObject({ decision: z.enum(['accepted', 'declined']) }),
  answer: z.object({ state: z.enum(WAIVER_STATES) }),
});

export const readOwnWaivers = operation({
  id: 'readOwnWaivers',
  method: 'GET',
  path: '/portal/waivers',
  summary: 'What the partner could give up of what we owe it, and what it gave up',
  tag,
  permission: 'waiver.give',
  answer: z.object({
    open: openSchema,
    given: z.array(z.object({ currency: currencySchema, amountMinor: minorSchema, at: instantSchema })),
    can: canSchema,
  }),
});

export const giveWaiverOperation = operation({
  id: 'giveWaiver',
  method: 'POST',
  path: '/portal/waivers',
  summary: 'The partner that leaves gives up the rest by its own word; the sum is the one it saw',
  tag,
  permission: 'waiver.give',
  body: z.strictObject({ currency: currencySchema, amountMinor: z.int().min(1) }),
  answer: z.object({ waiverId: idSchema('waiver'), amountMinor: minorSchema }),
  status: 201,
});
