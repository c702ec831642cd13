import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { addMonths, monthOfInstant, type Month } from '@mosty/kernel/time';
import type { Book } from '../contract.ts';
import type { MonthCounted } from '../domain/book.ts';
import { rights } from '../policy.ts';
import { closingsOf, type Closing } from '../store/closings.ts';
import { peopleOfDepartment } from '../store/facts.ts';
import { plansOf, type PlanRecord } from '../store/plans.ts';
import { countBooks } from './count.ts';

/** Revenue by person is told over so many whole months (S3.42). */
const PER_PERSON_MONTHS = 3;

/** One class by month, the running month last (S2.25, S3.8, S3.10). */
export function readBook(ctx: Context, asked: { class: Book; months: number }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.read');
    return bookOf(tx, asked);
  });
}

async function bookOf(tx: Tx, asked: { class: Book; months: number }) {
  const [book] = await booksOf(tx, { months: asked.months, classes: [asked.class] });
  if (!book) throw new Error('every class has a book');
  return book;
}

/** What is known of the span is read once, however many classes are told. */
export async function booksOf(tx: Tx, asked: { classes: readonly Book[]; months: number }) {
  const running = monthOfInstant(tx.now(), tx.zone);
  const span = { from: addMonths(running, 1 - asked.months), to: running };
  const before = addMonths(running, -PER_PERSON_MONTHS);
  const books = await countBooks(tx, { from: span.from < before ? span.from : before, to: running });
  const plans = await plansOf(tx, span);
  const closings = await closingsOf(tx, span);
  const people = asked.classes.includes('partner_sales') ? await peopleOfDepartment(tx) : 0;
  return asked.classes.map((name) => {
    const book = books[name];
    const planned = plans.filter((plan) => plan.class === name);
    const whole = book.months.filter(({ month }) => month < running).slice(-PER_PERSON_MONTHS);
    const team = name === 'partner_sales' ? people : 0;
    return {
      class: name,
      currency: tx.currency,
      items: book.months
        .filter(({ month }) => month >= span.from)
        .map((counted) => presentMonth(counted, { running, plans: planned, closings })),
      paybackMonth: book.paybackMonth,
      invested: book.invested,
      perPerson:
        team > 0 && whole.length === PER_PERSON_MONTHS
          ? {
              revenueMinor: whole.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0n) / BigInt(team),
              people: team,
            }
          : null,
      can: {
        plan: may(tx, rights, 'department.plan'),
        rates: may(tx, rights, 'department.rates'),
        export: may(tx, rights, 'department.export'),
      },
    };
  });
}

/** A month as it is told: its figures, the plan that counts, and whether it is closed. */
export function presentMonth(
  counted: MonthCounted,
  known: { running: Month; plans: readonly PlanRecord[]; closings: ReadonlyMap<Month, Closing> },
) {
  const plan = known.plans.find(({ month }) => month === counted.month);
  return {
    ...counted,
    whole: counted.month < known.running,
    plan: plan ? { revenueMinor: plan.revenueMinor, clients: plan.clients, no: plan.no } : null,
    closedAt: known.closings.get(counted.month)?.closedAt ?? null,
  };
}
