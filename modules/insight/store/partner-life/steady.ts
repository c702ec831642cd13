import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import {
  LONG_QUARTERS,
  STABLE_MONTHS_NEEDED,
  WEEKS_BEFORE,
  type WeekPaid,
} from '../../domain/partner-life/steady.ts';
import type { Window } from '../../domain/window.ts';

export interface Asked {
  readonly class: ReportingClass;
  readonly currency: string;
}

/** Who sold in whole months of a window, for how much, and in how many quarters ever: `partner_id`, `paid`, `quarters`. */
export function sellersOf(tx: Tx, asked: Asked, window: Window): RawBuilder<unknown> {
  return sql`
    SELECT m.partner_id, sum(m.paid_minor)::bigint AS paid, max(l.quarters_sold) AS quarters
    FROM insight.partner_month m
    JOIN insight.partner_life l ON l.workspace_id = m.workspace_id AND l.partner_id = m.partner_id AND l.class = m.class
      AND l.currency = m.currency
    WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.class = ${asked.class} AND m.currency = ${asked.currency}
      AND m.month >= ${window.from}::date AND m.month < ${window.to}::date
    GROUP BY m.partner_id HAVING sum(m.sales_count) > 0`;
}

export interface Sellers {
  readonly sellers: number;
  readonly longSellers: number;
  readonly paidMinor: bigint;
  readonly longPaidMinor: bigint;
  /** Of those with money left after refunds: the largest, and what the first 10, 20, … 100 % give together. */
  readonly paying: number;
  readonly wholeMinor: bigint;
  readonly topMinor: bigint;
  readonly tenths: readonly bigint[];
  readonly hhi: number | null;
}

export async function selectSellers(tx: Tx, asked: Asked, window: Window): Promise<Sellers> {
  const tenths = Array.from(
    { length: 10 },
    (_none, place) =>
      sql`COALESCE(max(so_far) FILTER (WHERE place <= ceil(paying * ${place + 1}::int / 10.0)), 0)::bigint`,
  );
  // An array of bigint arrives as texts.
  const { rows } = await sql<Omit<Sellers, 'tenths'> & { tenths: readonly string[] }>`
    WITH seller AS MATERIALIZED (${sellersOf(tx, asked, window)}),
    ranked AS (
      SELECT paid, row_number() OVER largest AS place, sum(paid) OVER largest AS so_far, count(*) OVER () AS paying,
             sum(paid) OVER () AS whole
      FROM seller WHERE paid > 0 WINDOW largest AS (ORDER BY paid DESC, partner_id ROWS UNBOUNDED PRECEDING)
    )
    SELECT s.*, r.* FROM (
      SELECT count(*)::int AS sellers, count(*) FILTER (WHERE quarters >= ${LONG_QUARTERS}::int)::int AS "longSellers",
             COALESCE(sum(paid), 0)::bigint AS "paidMinor",
             COALESCE(sum(paid) FILTER (WHERE quarters >= ${LONG_QUARTERS}::int), 0)::bigint AS "longPaidMinor"
      FROM seller
    ) s, (
      SELECT count(*)::int AS paying, COALESCE(max(whole), 0)::bigint AS "wholeMinor", COALESCE(max(paid), 0)::bigint AS "topMinor",
             ARRAY[${sql.join(tenths)}] AS tenths, round(10000 * sum((paid::numeric / whole) * (paid::numeric / whole)))::int AS hhi
      FROM ranked
    ) r`.execute(tx.db);
  const [found] = rows;
  return found
    ? { ...found, tenths: found.tenths.map(BigInt) }
    : {
        sellers: 0,
        longSellers: 0,
        paidMinor: 0n,
        longPaidMinor: 0n,
        paying: 0,
        wholeMinor: 0n,
        topMinor: 0n,
        tenths: [],
        hhi: null,
      };
}

/** What was paid in each week of the window and of the eight before it; refunds aside, for they tell of other weeks. */
export async function selectWeeks(tx: Tx, asked: Asked, window: Window): Promise<WeekPaid[]> {
  const { rows } = await sql<WeekPaid>`
    SELECT date_trunc('week', day)::date AS week, sum(sales_minor)::bigint AS "paidMinor" FROM insight.class_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${asked.class} AND currency = ${asked.currency}
      AND day >= ${addDays(window.from, -7 * WEEKS_BEFORE)}::date AND day < ${window.to}::date AND sales_count > 0
    GROUP BY 1 ORDER BY 1`.execute(tx.db);
  return rows;
}

/**
 * 1 − the coefficient of variation of what each month left, months without a fact counted as nothing, from the first
 * fact of the class on. Below nothing it is nothing: the months have no level to be even about.
 */
export async function selectStability(
  tx: Tx,
  asked: Asked,
  window: Window,
): Promise<{ months: number; sharePpm: bigint | null; since: BusinessDate | null }> {
  const { rows } = await sql<{ months: number; sharePpm: bigint | null; since: BusinessDate | null }>`
    WITH began AS (
      SELECT min(month) AS month FROM insight.class_month
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${asked.class} AND currency = ${asked.currency}
    ), month AS (
      SELECT at::date AS month FROM began, generate_series(GREATEST(began.month, ${window.from}::date)::timestamp,
        ${window.to}::date - interval '1 month', interval '1 month') at
      WHERE began.month IS NOT NULL
    ), left_over AS (
      SELECT m.month, COALESCE(c.sales_minor - c.refunds_minor - c.goods_minor - c.commission_minor - c.costs_minor, 0) AS margin
      FROM month m LEFT JOIN insight.class_month c ON c.workspace_id = ${tx.workspaceId}::uuid AND c.month = m.month
        AND c.class = ${asked.class} AND c.currency = ${asked.currency}
    )
    SELECT count(*)::int AS months, min(month) AS since,
           CASE WHEN count(*) >= ${STABLE_MONTHS_NEEDED}::int AND avg(margin) > 0
             THEN GREATEST(0, round((1 - stddev_pop(margin) / avg(margin)) * 1000000))::bigint END AS "sharePpm"
    FROM left_over`.execute(tx.db);
  return rows[0] ?? { months: 0, sharePpm: null, since: null };
}
