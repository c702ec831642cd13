import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { prepared } from './prepared.ts';

/** Partners of partner sales with an accepted agreement: the days from it to their first paid deal, null while none. */
export function firstSalesOf(tx: Tx) {
  return sql`
    SELECT a.partner_id, a.accepted_on, l.first_sale_on,
           CASE WHEN l.first_sale_on IS NOT NULL THEN GREATEST(l.first_sale_on - a.accepted_on, 0) END AS days
    FROM (
      SELECT partner_id, min((accepted_at AT TIME ZONE ${tx.zone})::date) AS accepted_on
      FROM agreements.v_agreement
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'partner_sales' AND accepted_at IS NOT NULL
      GROUP BY partner_id
    ) a
    LEFT JOIN (
      SELECT partner_id, min(first_sale_on) AS first_sale_on FROM insight.partner_life
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'partner_sales' GROUP BY partner_id
    ) l ON l.partner_id = a.partner_id`;
}

/** Month of payback of each partner of partner sales that something was put into; null: not yet. */
export async function selectPaybacks(tx: Tx, currency: string) {
  const rows = await prepared(
    tx,
    sql<{ month: number | null; partners: bigint; unknown: boolean; since: BusinessDate }>`
    SELECT payback_month AS month, count(*) AS partners, bool_or(goods_unknown_count > 0) AS unknown, min(started_on) AS since
    FROM insight.partner_life
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'partner_sales' AND currency = ${currency} AND costs_minor > 0
    GROUP BY payback_month`,
  );
  return {
    months: rows.flatMap((row) => Array.from({ length: Number(row.partners) }, () => row.month)),
    goodsCostUnknown: rows.some((row) => row.unknown),
    since: rows.map((row) => row.since).sort()[0] ?? null,
  };
}
