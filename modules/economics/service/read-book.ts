import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { amountOf, said, writeTable, type Wish } from '@mosty/kernel/table-file';
import { addMonths, monthOfInstant, type Month } from '@mosty/kernel/time';
import type { Book } from '../contract.ts';
import { investedIn, type MonthCounted } from '../domain/book.ts';
import { rights } from '../policy.ts';
import { closingsOf, type Closing } from '../store/closings.ts';
import { peopleOfDepartment } from '../store/facts.ts';
import { plansOf, type PlanRecord } from '../store/plans.ts';
import { words } from '../ui/words.ts';
import { countBooks } from './count.ts';

/** One class by month, the running month last (S2.25, S3.8, S3.10). */
export function readBook(ctx: Context, asked: { class: Book; months: number }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.read');
    return bookOf(tx, asked);
  });
}

async function bookOf(tx: Tx, asked: { class: Book; months: number }) {
  const running = monthOfInstant(tx.now(), tx.zone);
  const span = { from: addMonths(running, 1 - asked.months), to: running };
  const book = (await countBooks(tx, running))[asked.class];
  const plans = (await plansOf(tx, span)).filter((plan) => plan.class === asked.class);
  const closings = await closingsOf(tx, span);
  const people = asked.class === 'partner_sales' ? await peopleOfDepartment(tx) : 0;
  const whole = book.months.filter(({ month }) => month < running).slice(-3);
  return {
    class: asked.class,
    currency: tx.currency,
    items: book.months
      .filter(({ month }) => month >= span.from)
      .map((counted) => presentMonth(counted, { running, plans, closings })),
    paybackMonth: book.paybackMonth,
    invested: book.invested,
    perPerson:
      people > 0 && whole.length === 3
        ? {
            revenueMinor: whole.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0n) / BigInt(people),
            people,
          }
        : null,
    can: {
      plan: may(tx, rights, 'department.plan'),
      rates: may(tx, rights, 'department.rates'),
      export: may(tx, rights, 'department.export'),
    },
  };
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

export function exportBook(
  ctx: Context,
  { format, language, ...asked }: { class: Book; months: number } & Wish,
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.export');
    const book = await bookOf(tx, asked);
    const line = (of: keyof typeof words.ru.line, value: (row: Row) => bigint) => ({
      title: { ru: words.ru.line[of], en: words.en.line[of] },
      value: amountOf(value),
    });
    return writeTable(
      { format, language },
      {
        name: 'economics',
        columns: [
          { title: { ru: 'Месяц', en: 'Month' }, value: (row: Row) => ({ month: row.month }) },
          {
            title: { ru: 'Класс учёта', en: 'Reporting class' },
            value: () => said(asked.class, { ru: words.ru.book, en: words.en.book }),
          },
          {
            title: { ru: 'План выручки', en: 'Revenue planned' },
            value: (row: Row) =>
              row.plan ? { minor: row.plan.revenueMinor, currency: book.currency } : null,
          },
          line('revenue', (row) => row.revenueMinor),
          {
            title: { ru: 'План клиентов', en: 'Clients planned' },
            value: (row: Row) => row.plan?.clients ?? null,
          },
          { title: { ru: 'Клиенты', en: 'Clients' }, value: (row: Row) => row.clients },
          line('goods', (row) => row.goodsMinor),
          line('commission', (row) => row.commissionMinor),
          line('costs', investedIn),
          line('margin', (row) => row.marginMinor),
          line('cumulative', (row) => row.cumulativeMinor),
          { title: { ru: 'Валюта', en: 'Currency' }, value: () => book.currency },
        ],
        rows: book.items.map((month) => ({ ...month, currency: book.currency })),
      },
    );
  });
}

type Told = Awaited<ReturnType<typeof bookOf>>;
type Row = Told['items'][number] & { readonly currency: string };
