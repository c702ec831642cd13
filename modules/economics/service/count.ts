import type { Tx } from '@mosty/kernel/context';
import type { Month } from '@mosty/kernel/time';
import { BOOKS, type Book } from '../contract.ts';
import { carry, countBook, emptyMonth, type BookCounted, type MonthFacts } from '../domain/book.ts';
import { costOf, rateFor } from '../domain/hours.ts';
import { keptTime } from '../store/closings.ts';
import { costsOfMonths, monthsOfClasses, unpricedTime, type ToldTime } from '../store/facts.ts';
import { hourRates } from '../store/hours.ts';

export interface PricedTime extends ToldTime {
  /** Null: nobody set a rate for that month. */
  readonly rateMinor: bigint | null;
  readonly amountMinor: bigint | null;
}

/** Told time that is no cost yet, with what it comes to. */
export async function timeOf(tx: Tx, span: Parameters<typeof unpricedTime>[1]): Promise<PricedTime[]> {
  const [told, rates] = [await unpricedTime(tx, span), await hourRates(tx)];
  return told.map((one) => {
    const rateMinor = rateFor(rates, one.memberId, one.month);
    return { ...one, rateMinor, amountMinor: rateMinor === null ? null : costOf(one.minutes, rateMinor) };
  });
}

/**
 * Every class apart, the months `from`…`to` with the sum from the very first. What lies before is read as rows of roll-ups,
 * one a month: costs by kind are read of the months that are told alone, and time of a closed month is what was kept when
 * it was closed. Nothing here grows with sales, and nothing with how long ago the company began but by a row a month.
 */
export async function countBooks(
  tx: Tx,
  { from, to }: { readonly from: Month; readonly to: Month },
): Promise<Record<Book, BookCounted>> {
  const kept = await keptTime(tx);
  const closed = [...kept.keys()];
  const [firstKept, lastKept] = [closed[0], closed.at(-1)];
  const except = firstKept && lastKept ? { from: firstKept, to: lastKept } : null;
  const sold = await monthsOfClasses(tx, { from: null, to });
  const costs = await costsOfMonths(tx, { from, to });
  const time = await timeOf(tx, { from: null, to, except });
  const of = (book: Book): BookCounted => {
    const months = new Map<Month, MonthFacts>();
    const change = (month: Month, more: (facts: MonthFacts) => Partial<MonthFacts>): void => {
      const facts = months.get(month) ?? emptyMonth(month);
      months.set(month, { ...facts, ...more(facts) });
    };
    const addTime = (month: Month, minutes: number, minor: bigint): void =>
      change(month, (facts) => ({
        unpricedMinutes: facts.unpricedMinutes + minutes,
        unpricedMinor: facts.unpricedMinor + minor,
      }));
    for (const { class: name, month, costsMinor, ...facts } of sold)
      if (name === book)
        change(month, () => ({
          ...facts,
          costs: month < from && costsMinor !== 0n ? [{ kind: 'other', amountMinor: costsMinor }] : [],
        }));
    for (const { class: name, month, kind, amountMinor } of costs)
      if (name === book) change(month, (facts) => ({ costs: [...facts.costs, { kind, amountMinor }] }));
    for (const { class: name, month, minutes, amountMinor } of time)
      if (name === book) addTime(month, minutes, amountMinor ?? 0n);
    for (const [month, told] of kept)
      if (month <= to && told[book].minutes > 0) addTime(month, told[book].minutes, BigInt(told[book].minor));
    const told = Array.from(months.values());
    const before = told.filter(({ month }) => month < from);
    const shown = told.filter(({ month }) => month >= from);
    // A class that began before is told without a gap from the first month asked for.
    const ends = told.length === 0 ? [] : before.length > 0 ? [from, to] : [to];
    const gaps = ends.filter((month) => !months.has(month)).map(emptyMonth);
    return countBook(
      book,
      [...shown, ...new Map(gaps.map((facts) => [facts.month, facts])).values()],
      carry(before),
    );
  };
  const [referral, partnerSales, alliance] = BOOKS.map(of) as [BookCounted, BookCounted, BookCounted];
  return { referral, partner_sales: partnerSales, alliance };
}
