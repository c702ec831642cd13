import type { Tx } from '@mosty/kernel/context';
import type { Month } from '@mosty/kernel/time';
import { BOOKS, type Book } from '../contract.ts';
import { countBook, emptyMonth, type BookCounted, type MonthFacts } from '../domain/book.ts';
import { costOf, rateFor } from '../domain/hours.ts';
import { costsOfMonths, monthsOfClasses, unpricedTime, type ToldTime } from '../store/facts.ts';
import { hourRates } from '../store/hours.ts';

export interface PricedTime extends ToldTime {
  /** Null: nobody set a rate for that month. */
  readonly rateMinor: bigint | null;
  readonly amountMinor: bigint | null;
}

/** Told time that is no cost yet, with what it comes to. */
export async function timeOf(tx: Tx, span: { from: Month | null; to: Month }): Promise<PricedTime[]> {
  const [told, rates] = [await unpricedTime(tx, span), await hourRates(tx)];
  return told.map((one) => {
    const rateMinor = rateFor(rates, one.memberId, one.month);
    return { ...one, rateMinor, amountMinor: rateMinor === null ? null : costOf(one.minutes, rateMinor) };
  });
}

/**
 * Every class apart from its first month to `to`: the sum of margins has no beginning but the first. Read from roll-ups and
 * costs, a row a month; nothing here grows with sales.
 */
export async function countBooks(tx: Tx, to: Month): Promise<Record<Book, BookCounted>> {
  const span = { from: null, to };
  const [sold, costs, time] = [
    await monthsOfClasses(tx, span),
    await costsOfMonths(tx, span),
    await timeOf(tx, span),
  ];
  const of = (book: Book): BookCounted => {
    const months = new Map<Month, MonthFacts>();
    const change = (month: Month, more: (facts: MonthFacts) => Partial<MonthFacts>): void => {
      const facts = months.get(month) ?? emptyMonth(month);
      months.set(month, { ...facts, ...more(facts) });
    };
    for (const { class: name, month, ...facts } of sold) if (name === book) change(month, () => facts);
    for (const { class: name, month, kind, amountMinor } of costs)
      if (name === book) change(month, (facts) => ({ costs: [...facts.costs, { kind, amountMinor }] }));
    for (const { class: name, month, minutes, amountMinor } of time)
      if (name === book)
        change(month, (facts) => ({
          unpricedMinutes: facts.unpricedMinutes + minutes,
          unpricedMinor: facts.unpricedMinor + (amountMinor ?? 0n),
        }));
    const told = Array.from(months.values());
    return countBook(book, told.length > 0 && !months.has(to) ? [...told, emptyMonth(to)] : told);
  };
  const [referral, partnerSales, alliance] = BOOKS.map(of) as [BookCounted, BookCounted, BookCounted];
  return { referral, partner_sales: partnerSales, alliance };
}
