import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay } from '@mosty/kernel/time';
import type { Book } from '../contract/class.ts';
import { stretchOf } from '../domain/calendar.ts';
import type { GapCount } from '../domain/gaps.ts';
import { booksOf, type Books } from '../domain/totals.ts';
import type { Window } from '../domain/window.ts';
import { columns, OF_CLASS } from './build-days.ts';
import { prepared } from './prepared.ts';

interface BookRow {
  readonly class: Book;
  readonly now: boolean;
  readonly sales_count: bigint;
  readonly sales_minor: bigint;
  readonly refunds_count: bigint;
  readonly refunds_minor: bigint;
  readonly accruals_count: bigint;
  readonly commission_minor: bigint;
  readonly costs_count: bigint;
  readonly costs_minor: bigint;
  readonly goods_minor: bigint;
  readonly goods_unknown_count: bigint;
  readonly goods_unknown_minor: bigint;
  readonly no_client_count: bigint;
  readonly no_client_minor: bigint;
  readonly uncredited_count: bigint;
  readonly uncredited_minor: bigint;
  readonly clients_came: bigint;
}

export interface BooksOfWindow {
  readonly now: Books;
  readonly before: Books;
  readonly gaps: readonly GapCount[];
}

/** Whole months from the months, the ends from the days; a row of neither is added up twice. */
function rowsOf(tx: Tx, window: Window, currency: string, now: boolean): RawBuilder<unknown> {
  const { months, days } = stretchOf(window);
  const [head, tail = head] = days;
  const listed = sql`class, ${sql.lit(now)} AS now, ${columns([...OF_CLASS, 'clients_came'])}`;
  const own = sql`workspace_id = ${tx.workspaceId}::uuid AND currency = ${currency}`;
  return sql`
    SELECT ${listed} FROM insight.class_month
    WHERE ${own} AND month >= ${firstDay(months.from)}::date AND month < ${firstDay(months.to)}::date
    UNION ALL
    SELECT ${listed} FROM insight.class_day
    WHERE ${own} AND day >= ${window.from}::date AND day < ${window.to}::date
      AND (day >= ${head?.from ?? window.to}::date AND day < ${head?.to ?? window.to}::date
        OR day >= ${tail?.from ?? window.to}::date AND day < ${tail?.to ?? window.to}::date)`;
}

/** Both periods of every book in one look at the roll-ups. */
export async function selectBooks(
  tx: Tx,
  window: Window,
  before: Window,
  currency: string,
): Promise<BooksOfWindow> {
  const sums = [...OF_CLASS, 'clients_came'].map(
    (name) => sql`sum(${sql.ref(name)})::bigint AS ${sql.ref(name)}`,
  );
  const rows = await prepared(
    tx,
    sql<BookRow>`
    SELECT class, now, ${sql.join(sums)}
    FROM (${rowsOf(tx, window, currency, true)} UNION ALL ${rowsOf(tx, before, currency, false)}) stretch
    GROUP BY class, now`,
  );
  return {
    now: booksOf(rows.filter((row) => row.now).map(totalsOf)),
    before: booksOf(rows.filter((row) => !row.now).map(totalsOf)),
    gaps: rows.filter((row) => row.now).flatMap(gapsOfRow),
  };
}

function totalsOf(row: BookRow) {
  return {
    class: row.class,
    salesCount: Number(row.sales_count),
    salesMinor: row.sales_minor,
    refundsCount: Number(row.refunds_count),
    refundsMinor: row.refunds_minor,
    accrualsCount: Number(row.accruals_count),
    commissionMinor: row.commission_minor,
    costsCount: Number(row.costs_count),
    costsMinor: row.costs_minor,
    goodsMinor: row.goods_minor,
    goodsUnknownCount: Number(row.goods_unknown_count),
    clientsCame: Number(row.clients_came),
  };
}

function gapsOfRow(row: BookRow): GapCount[] {
  const gap = (code: GapCount['code'], count: bigint, minor: bigint): GapCount => ({
    code,
    class: row.class,
    count: Number(count),
    minor,
  });
  return [
    gap('sales_without_client', row.no_client_count, row.no_client_minor),
    gap('sales_uncredited', row.uncredited_count, row.uncredited_minor),
    // What direct sales cost us is nobody's question here.
    ...(row.class === 'direct'
      ? []
      : [gap('goods_cost_unknown', row.goods_unknown_count, row.goods_unknown_minor)]),
  ];
}

export async function selectUnmatched(tx: Tx, window: Window, currency: string): Promise<GapCount[]> {
  const rows = await prepared(
    tx,
    sql<{ count: bigint; minor: bigint }>`
    SELECT COALESCE(sum(refunds_count), 0)::bigint AS count, COALESCE(sum(refunds_minor), 0)::bigint AS minor
    FROM insight.unmatched_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${window.from}::date AND day < ${window.to}::date
      AND currency = ${currency}`,
  );
  return rows.map((row) => ({
    code: 'refunds_unmatched' as const,
    class: null,
    count: Number(row.count),
    minor: row.minor,
  }));
}
