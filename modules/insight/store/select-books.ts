import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Book } from '../contract/class.ts';
import type { GapCount } from '../domain/gaps.ts';
import { booksOf, type Books } from '../domain/totals.ts';
import type { Window } from '../domain/window.ts';

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

/** Both periods of every book in one look at the roll-ups. `before` ends where `window` begins. */
export async function selectBooks(tx: Tx, window: Window, before: Window, currency: string): Promise<BooksOfWindow> {
  const { rows } = await sql<BookRow>`
    WITH money AS (
      SELECT class, day >= ${window.from}::date AS now,
             sum(sales_count)::bigint AS sales_count, sum(sales_minor)::bigint AS sales_minor,
             sum(refunds_count)::bigint AS refunds_count, sum(refunds_minor)::bigint AS refunds_minor,
             sum(accruals_count)::bigint AS accruals_count, sum(commission_minor)::bigint AS commission_minor,
             sum(costs_count)::bigint AS costs_count, sum(costs_minor)::bigint AS costs_minor,
             sum(goods_minor)::bigint AS goods_minor,
             sum(goods_unknown_count)::bigint AS goods_unknown_count, sum(goods_unknown_minor)::bigint AS goods_unknown_minor,
             sum(no_client_count)::bigint AS no_client_count, sum(no_client_minor)::bigint AS no_client_minor,
             sum(uncredited_count)::bigint AS uncredited_count, sum(uncredited_minor)::bigint AS uncredited_minor
      FROM insight.class_day
      WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${before.from}::date AND day < ${window.to}::date
        AND currency = ${currency}
      GROUP BY 1, 2
    ), came AS (
      SELECT class, day >= ${window.from}::date AS now, sum(clients_count)::bigint AS clients_came
      FROM insight.client_day
      WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${before.from}::date AND day < ${window.to}::date
        AND currency = ${currency}
      GROUP BY 1, 2
    )
    SELECT money.*, COALESCE(came.clients_came, 0) AS clients_came
    FROM money LEFT JOIN came USING (class, now)`.execute(tx.db);
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
  const gap = (code: GapCount['code'], count: bigint, minor: bigint): GapCount => ({ code, class: row.class, count: Number(count), minor });
  return [
    gap('sales_without_client', row.no_client_count, row.no_client_minor),
    gap('sales_uncredited', row.uncredited_count, row.uncredited_minor),
    // What direct sales cost us is nobody's question here.
    ...(row.class === 'direct' ? [] : [gap('goods_cost_unknown', row.goods_unknown_count, row.goods_unknown_minor)]),
  ];
}

export async function selectUnmatched(tx: Tx, window: Window, currency: string): Promise<GapCount[]> {
  const { rows } = await sql<{ count: bigint; minor: bigint }>`
    SELECT COALESCE(sum(refunds_count), 0)::bigint AS count, COALESCE(sum(refunds_minor), 0)::bigint AS minor
    FROM insight.unmatched_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${window.from}::date AND day < ${window.to}::date
      AND currency = ${currency}`.execute(tx.db);
  return rows.map((row) => ({ code: 'refunds_unmatched' as const, class: null, count: Number(row.count), minor: row.minor }));
}
