import { addMonths, type Month } from '@mosty/kernel/time';
import type { Book, CostLine } from '../contract.ts';

/** What the other modules know of one month of one class, in one currency. Amounts in the least unit. */
export interface MonthFacts {
  readonly month: Month;
  readonly revenueMinor: bigint;
  readonly clients: number;
  readonly salesCount: number;
  readonly goodsMinor: bigint;
  readonly goodsUnknown: number;
  readonly commissionMinor: bigint;
  readonly costs: readonly { readonly kind: CostLine; readonly amountMinor: bigint }[];
  readonly unpricedMinutes: number;
  readonly unpricedMinor: bigint;
}

export interface MonthCounted extends MonthFacts {
  readonly marginMinor: bigint;
  readonly cumulativeMinor: bigint;
}

export interface BookCounted {
  readonly class: Book;
  readonly months: readonly MonthCounted[];
  readonly paybackMonth: Month | null;
  readonly invested: boolean;
}

/** What was put in, apart from what a sale itself takes: costs, and time that is told and not yet a cost. */
export const investedIn = (facts: MonthFacts): bigint =>
  facts.costs.reduce((sum, { amountMinor }) => sum + amountMinor, facts.unpricedMinor);

/** Revenue less goods and commission: what a month returns of what was put in. */
export const returnedBy = (facts: MonthFacts): bigint =>
  facts.revenueMinor - facts.goodsMinor - facts.commissionMinor;

/** A month nobody told anything of. */
export const emptyMonth = (month: Month): MonthFacts => ({
  month,
  revenueMinor: 0n,
  clients: 0,
  salesCount: 0,
  goodsMinor: 0n,
  goodsUnknown: 0,
  commissionMinor: 0n,
  costs: [],
  unpricedMinutes: 0,
  unpricedMinor: 0n,
});

/** What stood before the first month that is told: the sum from the start, and whether all put in had come back. */
export interface Carried {
  readonly cumulativeMinor: bigint;
  readonly invested: boolean;
  readonly paybackMonth: Month | null;
}

const NOTHING_BEFORE: Carried = { cumulativeMinor: 0n, invested: false, paybackMonth: null };

/**
 * Months of one class in their order, without a gap, each with its margin and the sum from the first (S3.8, S3.26, S3.29).
 * Paid back in the first month by whose end what was returned is no less than what was put in: never before anything was.
 */
export function countBook(
  of: Book,
  told: readonly MonthFacts[],
  before: Carried = NOTHING_BEFORE,
): BookCounted {
  const byMonth = new Map(told.map((facts) => [facts.month, facts]));
  const [first, last] = [
    told.map(({ month }) => month).toSorted()[0],
    told
      .map(({ month }) => month)
      .toSorted()
      .at(-1),
  ];
  const months: MonthCounted[] = [];
  let { cumulativeMinor, invested, paybackMonth } = before;
  if (first === undefined || last === undefined) return { class: of, months, paybackMonth, invested };
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const facts = byMonth.get(month) ?? emptyMonth(month);
    const marginMinor = returnedBy(facts) - investedIn(facts);
    cumulativeMinor += marginMinor;
    invested ||= investedIn(facts) > 0n;
    if (invested && paybackMonth === null && cumulativeMinor >= 0n) paybackMonth = month;
    months.push({ ...facts, marginMinor, cumulativeMinor });
  }
  return { class: of, months, paybackMonth, invested };
}

/** Months before those that are told, taken together: it is for the sum alone, so what was put in may be one amount. */
export function carry(months: readonly MonthFacts[]): Carried {
  const { months: counted, ...rest } = countBook('partner_sales', months);
  return {
    cumulativeMinor: counted.at(-1)?.cumulativeMinor ?? 0n,
    invested: rest.invested,
    paybackMonth: rest.paybackMonth,
  };
}
