import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { reasonText } from './shapes.ts';

export const WRITE_OFF_STATES = ['proposed', 'approved', 'declined'] as const;

const tag = 'payouts';

export const writeOffSchema = z.object({
  id: idSchema('write_off'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  currency: currencySchema,
  amountMinor: minorSchema,
  reason: z.string(),
  state: z.enum(WRITE_OFF_STATES),
  proposedAt: instantSchema,
  proposedBy: z.string(),
  proposedByName: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  can: canSchema,
});

export const listWriteOffs = operation({
  id: 'listWriteOffs',
  method: 'GET',
  path: '/write-offs',
  summary: 'Debts of partners that were given up, or are proposed to be',
  tag,
  permission: 'write_off.read',
  query: z.strictObject({ ...pageQuery, state: z.enum(WRITE_OFF_STATES).optional() }),
  answer: pageOf(writeOffSchema),
});

export const proposeWriteOffOperation = operation({
  id: 'proposeWriteOff',
  method: 'POST',
  path: '/partners/:partnerId/write-offs',
  summary: 'Proposes to give up a partner’s whole debt; another person decides',
  tag,
  permission: 'write_off.propose',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: z.strictObject({ currency: currencySchema.optional(), reason: reasonText }),
  answer: z.object({ writeOffId: idSchema('write_off'), amountMinor: minorSchema }),
  status: 201,
});

export const decideWriteOffOperation = operation({
  id: 'decideWriteOff',
  method: 'POST',
  path: '/write-offs/:writeOffId/decision',
  summary: 'Approves or declines a write-off that somebody else proposed',
  tag,
  permission: 'write_off.decide',
  params: z.strictObject({ writeOffId: idSchema('write_off') }),
  body: z.strictObject({ decision: z.enum(['approved', 'declined']) }),
  answer: z.object({ state: z.enum(WRITE_OFF_STATES) }),
});
