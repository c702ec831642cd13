import * as z from 'zod';

/**
 * One step of «почему столько». The words of each code live in `ui/words.ts` under `line.<code>`.
 * Amounts in `…Minor` are integers of minor units; `…Micro` are millionths of them as decimal text, exact.
 */
export interface LineParams {
  // what was sold or returned
  sale: { amountMicro: string; currency: string };
  credit: { amountMicro: string; currency: string };
  vat_told: { vatMicro: string };
  vat_by_rate: { vatMicro: string; ratePpm: number };
  // what is paid for it
  percent: { baseMicro: string; ratePpm: number };
  flat: { amountMinor: number };
  tier: { partMicro: string; ratePpm: number; level: number };
  tier_whole: {
    beforeMicro: string;
    beforeRatePpm: number;
    afterMicro: string;
    ratePpm: number;
    level: number;
  };
  recurring: { baseMicro: string; ratePpm: number; month: number; months: number };
  role_rate: { baseMicro: string; ratePpm: number; role: string };
  first_order_flat: { amountMinor: number };
  first_order_percent: { baseMicro: string; ratePpm: number };
  fee: { amountMinor: number; for: string };
  // how it becomes an amount
  share: { sharePpm: number; sharesPpm: string; place: number };
  vat_on_top: { ratePpm: number };
  rounded: { rounding: string; amountMinor: number };
  cap_sale: { capMinor: number; amountMinor: number };
  cap_month: { capMinor: number; usedMinor: number; amountMinor: number };
  cap_total: { capMinor: number; usedMinor: number; amountMinor: number };
  cap_role: { capMinor: number; usedMinor: number; amountMinor: number };
  // why nothing
  no_scheme: { day: string; role: string };
  no_version: { day: string };
  other_currency: { currency: string; schemeCurrency: string };
  below_floor: { amountMicro: string; floorMinor: number };
  discount_too_deep: { discountPpm: number; maxPpm: number };
  months_over: { months: number; since: string };
  not_first_order: Record<never, never>;
  role_not_paid: { role: string };
  paid_by_fee: Record<never, never>;
  credits_not_priced: Record<never, never>;
  flat_kept: Record<never, never>;
  // what was taken back or mended
  clawback: {
    earnedMinor: number;
    saleMicro: string;
    returnedMicro: string;
    takenBeforeMinor: number;
    amountMinor: number;
  };
  reversal: { amountMinor: number };
  correction: { wasMinor: number; becomesMinor: number; amountMinor: number };
  recalculated: { wasMinor: number; becomesMinor: number; amountMinor: number };
}

export type LineCode = keyof LineParams;

/** Every code, for those who must have words for each. */
export const LINE_CODES = [
  'sale',
  'credit',
  'vat_told',
  'vat_by_rate',
  'percent',
  'flat',
  'tier',
  'tier_whole',
  'recurring',
  'role_rate',
  'first_order_flat',
  'first_order_percent',
  'fee',
  'share',
  'vat_on_top',
  'rounded',
  'cap_sale',
  'cap_month',
  'cap_total',
  'cap_role',
  'no_scheme',
  'no_version',
  'other_currency',
  'below_floor',
  'discount_too_deep',
  'months_over',
  'not_first_order',
  'role_not_paid',
  'paid_by_fee',
  'credits_not_priced',
  'flat_kept',
  'clawback',
  'reversal',
  'correction',
  'recalculated',
] as const satisfies readonly LineCode[];

export type Line = {
  [Code in LineCode]: { readonly code: Code; readonly params: LineParams[Code] };
}[LineCode];

export const lineSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const explanationSchema = z.object({ lines: z.array(lineSchema) });
export interface Explanation {
  readonly lines: readonly Line[];
}

export function line<Code extends LineCode>(code: Code, params: LineParams[Code]): Line {
  return { code, params } as Line;
}
