import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, monthOfInstant, type Month } from '@mosty/kernel/time';
import { BOOKS, COST_LINES, type Book } from '../contract.ts';
import { countBook, emptyMonth, investedIn, returnedBy, type MonthFacts } from '../domain/book.ts';
import { steadinessOf } from '../domain/steadiness.ts';
import { rights } from '../policy.ts';
import { costsOfPartner, exclusivityOf, monthsOfPartner, nameOfPartner } from '../store/partner-facts.ts';
import { timeOf } from './count.ts';

/**
 * A partner as an investment: what was put in, what came back, in which month the two met, and how evenly it comes
 * (S3.28–29). A class without a row has no book: nothing is zero, it is absent. @throws directory.partner_unknown
 */
export function readPartnerProfit(ctx: Context, { partnerId }: { partnerId: Id<'partner'> }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.read');
    const name =
      (await nameOfPartner(tx, partnerId)) ?? refuse('not_found', 'directory.partner_unknown', { partnerId });
    const running = monthOfInstant(tx.now(), tx.zone);
    const facts = await factsOf(tx, partnerId, running);
    return {
      partnerId,
      name,
      currency: tx.currency,
      exclusivity: await exclusivityOf(tx, partnerId, businessDateOf(tx.now(), tx.zone)),
      books: BOOKS.flatMap((book) => {
        const own = facts(book);
        return own.months.length === 0 ? [] : [bookOf(book, own, running)];
      }),
    };
  });
}

type Facts = ReturnType<Awaited<ReturnType<typeof factsOf>>>;

function bookOf(book: Book, { months: told, costs, minutes, isPriced }: Facts, running: Month) {
  const withNow = told.some(({ month }) => month === running) ? told : [...told, emptyMonth(running)];
  const { months, paybackMonth, invested } = countBook(book, withNow);
  const sum = (of: (facts: MonthFacts) => bigint) => months.reduce((total, facts) => total + of(facts), 0n);
  return {
    class: book,
    lines: COST_LINES.flatMap((kind) => {
      const rows = costs.filter((cost) => cost.kind === kind);
      if (rows.length === 0) return [];
      return [
        {
          kind,
          amountMinor: rows.reduce((total, { amountMinor }) => total + amountMinor, 0n),
          count: rows.reduce((total, { count }) => total + count, 0),
          minutes: Math.round(rows.reduce((total, { hundredths }) => total + hundredths, 0) * 0.6),
        },
      ];
    }),
    unpricedMinutes: minutes,
    unpricedMinor: sum(({ unpricedMinor }) => unpricedMinor),
    isPriced,
    investedMinor: sum(investedIn),
    revenueMinor: sum(({ revenueMinor }) => revenueMinor),
    goodsMinor: sum(({ goodsMinor }) => goodsMinor),
    goodsUnknown: months.reduce((total, { goodsUnknown }) => total + goodsUnknown, 0),
    commissionMinor: sum(({ commissionMinor }) => commissionMinor),
    returnedMinor: sum(returnedBy),
    leftMinor: months.at(-1)?.cumulativeMinor ?? 0n,
    invested,
    paybackMonth,
    /** 1 is the month it began in. */
    paybackAfter: paybackMonth ? months.findIndex(({ month }) => month === paybackMonth) + 1 : null,
    steadiness: steadinessOf(
      months.filter(({ month }) => month < running).map(({ revenueMinor }) => revenueMinor),
    ),
    months: months.map((facts) => ({
      month: facts.month,
      whole: facts.month < running,
      revenueMinor: facts.revenueMinor,
      returnedMinor: returnedBy(facts),
      investedMinor: investedIn(facts),
      balanceMinor: facts.cumulativeMinor,
    })),
  };
}

async function factsOf(tx: Tx, partnerId: string, to: Month) {
  const sold = await monthsOfPartner(tx, partnerId);
  const costs = await costsOfPartner(tx, partnerId, to);
  const time = await timeOf(tx, { from: null, to, partnerId });
  return (book: Book) => {
    const months = new Map<Month, MonthFacts>();
    const change = (month: Month, more: (facts: MonthFacts) => Partial<MonthFacts>): void => {
      const facts = months.get(month) ?? emptyMonth(month);
      months.set(month, { ...facts, ...more(facts) });
    };
    const own = <Row extends { readonly class: Book }>(rows: readonly Row[]) =>
      rows.filter((row) => row.class === book);
    for (const { class: _class, month, ...facts } of own(sold)) change(month, () => facts);
    for (const { month, kind, amountMinor } of own(costs))
      change(month, (facts) => ({ costs: [...facts.costs, { kind, amountMinor }] }));
    for (const { month, minutes, amountMinor } of own(time))
      change(month, (facts) => ({
        unpricedMinutes: facts.unpricedMinutes + minutes,
        unpricedMinor: facts.unpricedMinor + (amountMinor ?? 0n),
      }));
    return {
      months: [...months.values()].filter(({ month }) => month <= to),
      costs: own(costs),
      minutes: own(time).reduce((sum, one) => sum + one.minutes, 0),
      /** Whether there was a rate for all of it. */
      isPriced: own(time).every(({ rateMinor }) => rateMinor !== null),
    };
  };
}
