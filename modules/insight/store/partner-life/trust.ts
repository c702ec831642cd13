import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { startOfDay } from '@mosty/kernel/time';
import type { Band } from '../../contract/partner-life.ts';
import { BAND_POINTS } from '../../domain/partner-life/trust-bands.ts';
import type { Window } from '../../domain/window.ts';
import { inForceIn } from '../deeds.ts';
import type { Asked } from './steady.ts';

export interface BandWindows {
  readonly money: Window;
  /** The days on which the deals counted were begun. */
  readonly deals: Window;
}

/**
 * Every partner whose agreement of the class was in force on a day of the deals, with the band its trust is in today:
 * `partner_id`, `trust`, `band`, `lately` (in force on a day of the money too), `sales`, `paid`, `refunds`. Those we parted
 * with stay: left out, only the deals of whom we kept would be looked at.
 */
export function bandsOf(tx: Tx, asked: Asked, { money, deals }: BandWindows): RawBuilder<unknown> {
  const whens = Object.entries(BAND_POINTS).flatMap(([band, { from }]) =>
    from === null ? [] : [sql`WHEN t.trust >= ${from}::int THEN ${band}`],
  );
  return sql`
    SELECT a.partner_id, a.lately, t.trust, CASE WHEN t.trust IS NULL THEN 'unknown' ${sql.join(whens, sql` `)} END AS band,
           COALESCE(d.sales, 0) AS sales, COALESCE(d.paid, 0) AS paid, COALESCE(d.refunds, 0) AS refunds
    FROM (
      SELECT a.partner_id, bool_or(${inForceIn(tx, money)}) AS lately FROM agreements.v_agreement a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.class = ${asked.class} AND ${inForceIn(tx, deals)}
      GROUP BY a.partner_id
    ) a
    LEFT JOIN (SELECT partner_id, trust FROM scores.v_trust WHERE workspace_id = ${tx.workspaceId}::uuid) t ON t.partner_id = a.partner_id
    LEFT JOIN (
      SELECT partner_id, sum(sales_count) AS sales, sum(sales_minor)::bigint AS paid, sum(refunds_minor)::bigint AS refunds
      FROM insight.partner_day
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${asked.class} AND currency = ${asked.currency}
        AND day >= ${money.from}::date AND day < ${money.to}::date
      GROUP BY partner_id
    ) d ON d.partner_id = a.partner_id`;
}

export interface BandRow {
  readonly band: Band;
  readonly partners: number;
  readonly sellers: number;
  readonly paidMinor: bigint;
  readonly refundsMinor: bigint;
  readonly deals: number;
  readonly closed: number;
  readonly won: number;
  readonly expansions: number;
}

/** A deal out of a file was written down after it was over: it was begun no later than it was closed. */
const BEGAN_AT = sql`COALESCE(d.registered_at, LEAST(d.created_at, d.closed_at))`;

export async function selectBands(tx: Tx, asked: Asked, windows: BandWindows): Promise<BandRow[]> {
  const since = startOfDay(windows.deals.from, tx.zone);
  const until = startOfDay(windows.deals.to, tx.zone);
  const { rows } = await sql<BandRow>`
    SELECT b.band, count(*) FILTER (WHERE b.lately)::int AS partners, count(*) FILTER (WHERE b.lately AND b.sales > 0)::int AS sellers,
           COALESCE(sum(b.paid) FILTER (WHERE b.lately), 0)::bigint AS "paidMinor",
           COALESCE(sum(b.refunds) FILTER (WHERE b.lately), 0)::bigint AS "refundsMinor", COALESCE(sum(d.deals), 0)::int AS deals,
           COALESCE(sum(d.closed), 0)::int AS closed, COALESCE(sum(d.won), 0)::int AS won,
           COALESCE(sum(d.expansions), 0)::int AS expansions
    FROM (${bandsOf(tx, asked, windows)}) b
    LEFT JOIN (
      SELECT d.partner_id, count(*) AS deals, count(d.outcome) AS closed, count(*) FILTER (WHERE d.outcome = 'won') AS won,
             count(*) FILTER (WHERE d.outcome = 'won' AND d.kind <> 'new') AS expansions
      FROM deals.v_deal d
      JOIN agreements.v_agreement a ON a.workspace_id = d.workspace_id AND a.id = d.agreement_id AND a.class = ${asked.class}
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.partner_id IS NOT NULL
        AND ${BEGAN_AT} >= ${since}::timestamptz AND ${BEGAN_AT} < ${until}::timestamptz
      GROUP BY d.partner_id
    ) d ON d.partner_id = b.partner_id
    GROUP BY b.band`.execute(tx.db);
  return rows;
}
