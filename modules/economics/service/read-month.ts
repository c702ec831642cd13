import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { monthOfInstant, type Month } from '@mosty/kernel/time';
import { BOOKS, type Book } from '../contract.ts';
import { checksOf } from '../domain/checks.ts';
import { emptyMonth, investedIn, returnedBy, type MonthCounted } from '../domain/book.ts';
import { rights } from '../policy.ts';
import { closingsOf, LINES, type ClosedFigures } from '../store/closings.ts';
import { salariesOf } from '../store/facts.ts';
import { plansOf } from '../store/plans.ts';
import { countBooks, timeOf } from './count.ts';
import { presentMonth } from './read-book.ts';

/** Each class of one month, counted now. */
export async function monthOfBooks(tx: Tx, month: Month): Promise<Record<Book, MonthCounted>> {
  const books = await countBooks(tx, { from: month, to: month });
  const of = (book: Book): MonthCounted =>
    books[book].months.find((counted) => counted.month === month) ?? {
      ...emptyMonth(month),
      marginMinor: 0n,
      cumulativeMinor: 0n,
    };
  return { referral: of('referral'), partner_sales: of('partner_sales'), alliance: of('alliance') };
}

/** The lines that are kept when a month is closed. */
export function linesOf(counted: MonthCounted): ClosedFigures {
  return {
    revenue: counted.revenueMinor.toString(),
    goods: counted.goodsMinor.toString(),
    commission: counted.commissionMinor.toString(),
    costs: investedIn(counted).toString(),
    margin: (returnedBy(counted) - investedIn(counted)).toString(),
  };
}

/** One month, every class apart, with what is still to be told of it and what was closed (S1.4). */
export function readMonth(ctx: Context, { month: asked }: { month: string }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.read');
    const month = asked as Month;
    const running = monthOfInstant(tx.now(), tx.zone);
    const span = { from: month, to: month };
    const counted = await monthOfBooks(tx, month);
    const plans = await plansOf(tx, span);
    const closings = await closingsOf(tx, span);
    const closing = closings.get(month);
    const time = await timeOf(tx, span);
    const team = await namesOfMembers(tx, [
      ...time.flatMap(({ memberId }) => memberId ?? []),
      ...plans.map(({ writtenBy }) => writtenBy),
      ...(closing ? [closing.closedBy] : []),
    ]);
    const nameOf = (memberId: string | null) => (memberId === null ? null : (team.get(memberId) ?? null));
    return {
      month,
      currency: tx.currency,
      books: BOOKS.map((book) => ({
        class: book,
        figures: presentMonth(counted[book], {
          running,
          closings,
          plans: plans.filter((plan) => plan.class === book),
        }),
      })),
      plans: plans.map(({ month: _month, currency: _currency, ...plan }) => ({
        ...plan,
        writtenBy: nameOf(plan.writtenBy) ?? '',
      })),
      hours: hoursOf(time).map((row) => ({ ...row, name: nameOf(row.memberId) })),
      checks: checksOf({
        month,
        running,
        counted,
        time,
        salaries: await salariesOf(tx, month),
        isClosed: closing !== undefined,
      }),
      closed: closing
        ? {
            at: closing.closedAt,
            by: nameOf(closing.closedBy) ?? '',
            drift: BOOKS.map((book) => ({
              class: book,
              lines: driftOf(closing.figures[book], linesOf(counted[book])),
            })),
          }
        : null,
      can: {
        plan: may(tx, rights, 'department.plan'),
        rates: may(tx, rights, 'department.rates'),
        close: may(tx, rights, 'department.close'),
      },
    };
  });
}

const driftOf = (then: ClosedFigures, now: ClosedFigures) =>
  LINES.filter((line) => then[line] !== now[line]).map((line) => ({
    line,
    closedMinor: BigInt(then[line]),
    nowMinor: BigInt(now[line]),
  }));

/** A line a colleague and class: with whom the time was spent is read on the partners' own cards. */
function hoursOf(time: Awaited<ReturnType<typeof timeOf>>) {
  return Array.from(
    Map.groupBy(time, ({ memberId, class: book }) => `${memberId} ${book}`).values(),
    (rows) => {
      const [first] = rows as [(typeof rows)[number], ...typeof rows];
      return {
        memberId: first.memberId,
        class: first.class,
        minutes: rows.reduce((sum, { minutes }) => sum + minutes, 0),
        rateMinor: first.rateMinor,
        amountMinor:
          first.rateMinor === null
            ? null
            : rows.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0n), 0n),
      };
    },
  );
}
