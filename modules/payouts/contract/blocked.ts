import * as z from 'zod';

export const BLOCKED_CODES = [
  'nothing_due',
  'in_another_payout',
  'negative_balance',
  'below_minimum',
  'requisites_frozen',
  'requisites_missing',
  'requisites_unverified',
  'requisites_rejected',
  'on_hold',
] as const;

/** Why a partner is not paid now; said in the reader's words by the screens. */
export const blockedSchema = z.object({
  code: z.enum(BLOCKED_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Blocked = z.infer<typeof blockedSchema>;
