import type { ReportingClass } from '../../contract/class.ts';
import { measure, type Measure } from '../measure.ts';
import { median } from '../share.ts';
import type { Window } from '../window.ts';

export const PAYBACK_NEEDED_N = 5;
/** S3.34: three months is called reasonable; types and integration costs differ, hence the distribution. */
export const REASONABLE_MONTHS = 3;

/** One month of a partner's book: margin and commission it brought and took, and what was put into it. */
export interface MonthOfBook {
  readonly marginMinor: bigint;
  readonly commissionMinor: bigint;
  readonly costsMinor: bigint;
}

/**
 * In which month, counted from the first (1), the partner had returned what was put into it: the first month where
 * Σ(margin − commission) ≥ Σ costs, once something had been put in. Null while it has not.
 * `months` has one entry for every calendar month from the first fact on, empty ones included.
 */
export function paybackMonth(months: readonly MonthOfBook[]): number | null {
  let earned = 0n;
  let invested = 0n;
  for (const [index, month] of months.entries()) {
    earned += month.marginMinor - month.commissionMinor;
    invested += month.costsMinor;
    if (invested > 0n && earned >= invested) return index + 1;
  }
  return null;
}

export interface Payback {
  readonly measure: Measure;
  /** How many partners paid back in each month of theirs; months nobody did are left out. */
  readonly byMonth: readonly { readonly month: number; readonly partners: number }[];
  readonly notYet: number;
  readonly withinReasonable: number;
}

/** The distribution over partners that something was put into; the median of those that returned it. */
export function payback(given: {
  readonly class: ReportingClass;
  /** Month of payback of each partner with costs; null: not yet. */
  readonly months: readonly (number | null)[];
  readonly goodsCostUnknown: boolean;
  readonly window: Window;
}): Payback {
  const done = given.months.filter((month): month is number => month !== null);
  const counts = new Map<number, number>();
  for (const month of done) counts.set(month, (counts.get(month) ?? 0) + 1);
  return {
    measure: measure({
      metric: 'payback',
      class: given.class,
      unit: 'months',
      value: median(done.map(BigInt)),
      n: done.length,
      of: given.months.length,
      neededN: PAYBACK_NEEDED_N,
      window: given.window,
      params: { reasonableMonths: REASONABLE_MONTHS },
      gaps: [
        ...(given.months.length === 0 ? (['no_investment'] as const) : []),
        ...(given.goodsCostUnknown ? (['goods_cost_unknown'] as const) : []),
      ],
      estimate: given.goodsCostUnknown,
    }),
    byMonth: [...counts].sort(([a], [b]) => a - b).map(([month, partners]) => ({ month, partners })),
    notYet: given.months.length - done.length,
    withinReasonable: done.filter((month) => month <= REASONABLE_MONTHS).length,
  };
}
