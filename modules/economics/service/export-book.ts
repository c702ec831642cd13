import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { amountOf, said, writeTable, type TableColumn, type Wish } from '@mosty/kernel/table-file';
import { BOOKS, COST_LINES, type Book } from '../contract.ts';
import { investedIn } from '../domain/book.ts';
import { rights } from '../policy.ts';
import { words } from '../ui/words.ts';
import { booksOf } from './read-book.ts';

type Told = Awaited<ReturnType<typeof booksOf>>[number];
type Row = Told['items'][number] & { readonly class: Book; readonly currency: string };

/** Profit and loss by month and class, one line each: classes stand one under another and are never added (S2.3). */
export function exportBook(
  ctx: Context,
  { format, language, ...asked }: { class: Book | 'all'; months: number } & Wish,
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'department.export');
    const classes = asked.class === 'all' ? BOOKS : [asked.class];
    const books = await booksOf(tx, { classes, months: asked.months });
    return writeTable(
      { format, language },
      {
        name: 'economics',
        columns: columns(),
        rows: books.flatMap((book) =>
          book.items.map((month): Row => ({ ...month, class: book.class, currency: book.currency })),
        ),
      },
    );
  });
}

function columns(): TableColumn<Row>[] {
  const line = (of: keyof typeof words.ru.line, value: (row: Row) => bigint): TableColumn<Row> => ({
    title: { ru: words.ru.line[of], en: words.en.line[of] },
    value: amountOf(value),
  });
  const costOf = (kind: (typeof COST_LINES)[number]) => (row: Row) =>
    row.costs.reduce((sum, cost) => (cost.kind === kind ? sum + cost.amountMinor : sum), 0n);
  return [
    { title: { ru: 'Месяц', en: 'Month' }, value: (row) => ({ month: row.month }) },
    {
      title: { ru: 'Класс учёта', en: 'Reporting class' },
      value: (row) => said(row.class, { ru: words.ru.book, en: words.en.book }),
    },
    {
      title: { ru: 'План выручки', en: 'Revenue planned' },
      value: (row) => (row.plan ? { minor: row.plan.revenueMinor, currency: row.currency } : null),
    },
    line('revenue', (row) => row.revenueMinor),
    { title: { ru: 'План клиентов', en: 'Clients planned' }, value: (row) => row.plan?.clients ?? null },
    { title: { ru: 'Клиенты', en: 'Clients' }, value: (row) => row.clients },
    { title: { ru: 'Продаж', en: 'Sales' }, value: (row) => row.salesCount },
    line('goods', (row) => row.goodsMinor),
    line('commission', (row) => row.commissionMinor),
    line('costs', investedIn),
    ...COST_LINES.map(
      (kind): TableColumn<Row> => ({
        title: {
          ru: `${words.ru.line.costs}: ${words.ru.costKind[kind]}`,
          en: `${words.en.line.costs}: ${words.en.costKind[kind]}`,
        },
        value: amountOf(costOf(kind)),
      }),
    ),
    {
      title: { ru: words.ru.sheet.time, en: words.en.sheet.time },
      value: amountOf((row: Row) => row.unpricedMinor),
    },
    line('margin', (row) => row.marginMinor),
    line('cumulative', (row) => row.cumulativeMinor),
    {
      title: { ru: 'Себестоимость неизвестна, продаж', en: 'Sales without cost of goods' },
      value: (row) => row.goodsUnknown,
    },
    {
      title: { ru: 'Месяц закрыт', en: 'Month closed' },
      value: (row) => (row.closedAt ? { ru: 'да', en: 'yes' } : null),
    },
    { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
  ];
}
