import * as z from 'zod';
import { instantSchema } from '@mosty/kernel/time';
import { operation } from '@mosty/kernel/operation';
import { minorSchema } from '@mosty/kernel/money';

/** Named texts of the company's country: the account we pay from. */
const payerSchema = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), z.string().trim().min(1).max(300));

const fields = {
  payDay: z.int().min(1).max(28),
  silenceDays: z.int().min(1).max(90),
  secondApproverAboveMinor: minorSchema.nullable(),
  requisites: z.enum(['verified', 'not_asked']),
  payer: payerSchema.nullable(),
};

export const payoutPolicySchema = z.object({
  ...fields,
  changedAt: instantSchema.nullable(),
  changedBy: z.string().nullable(),
});
export type PayoutPolicyShown = z.infer<typeof payoutPolicySchema>;

export const getPayoutPolicy = operation({
  id: 'getPayoutPolicy',
  method: 'GET',
  path: '/payout-policy',
  summary: 'How the company pays: the pay day, the days to object, who approves, what a partner must have',
  tag: 'payouts',
  permission: 'payout_policy.read',
  answer: payoutPolicySchema,
});

export const setPayoutPolicy = operation({
  id: 'setPayoutPolicy',
  method: 'PUT',
  path: '/payout-policy',
  summary: 'Changes how the company pays',
  tag: 'payouts',
  permission: 'payout_policy.change',
  body: z.strictObject({ ...fields, secondApproverAboveMinor: z.int().min(0).nullable() }),
  answer: payoutPolicySchema,
});
