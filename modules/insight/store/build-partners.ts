import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/**
 * Tells the stories of the given partners again out of their days. The month of payback is `paybackMonth` of the
 * domain as window functions: a property test holds the two together.
 */
export async function buildPartners(tx: Tx, partnerIds: readonly string[] | 'all'): Promise<void> {
  if (partnerIds !== 'all' && partnerIds.length === 0) return;
  const chosen = partnerIds === 'all' ? sql`true` : sql`partner_id = ANY(${[...partnerIds]}::text[])`;
  await sql`DELETE FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}`.execute(tx.db);
  await sql`
    WITH month AS (
      SELECT partner_id, class, currency, date_trunc('month', day)::date AS month,
             sum(sales_minor - refunds_minor - goods_minor - commission_minor) AS earned, sum(costs_minor) AS invested
      FROM insight.partner_day WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}
      GROUP BY 1, 2, 3, 4
    ), running AS (
      SELECT partner_id, class, currency, month, sum(earned) OVER so_far AS earned, sum(invested) OVER so_far AS invested
      FROM month WINDOW so_far AS (PARTITION BY partner_id, class, currency ORDER BY month)
    ), back AS (
      SELECT partner_id, class, currency, min(month) AS started,
             min(month) FILTER (WHERE invested > 0 AND earned >= invested) AS returned
      FROM running GROUP BY 1, 2, 3
    ), life AS (
      SELECT partner_id, class, currency, min(day) AS started_on,
             min(day) FILTER (WHERE sales_count > 0) AS first_sale_on, max(day) FILTER (WHERE sales_count > 0) AS last_sale_on,
             max(day) FILTER (WHERE took_part_count > 0) AS last_took_part_on, sum(sales_count) AS sales_count, sum(sales_minor - refunds_minor) AS paid_minor, sum(goods_minor) AS goods_minor,
             sum(goods_unknown_count) AS goods_unknown_count, sum(commission_minor) AS commission_minor,
             sum(costs_minor) AS costs_minor
      FROM insight.partner_day WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}
      GROUP BY 1, 2, 3
    )
    INSERT INTO insight.partner_life (workspace_id, partner_id, class, currency, started_on, first_sale_on, last_sale_on,
      last_took_part_on, sales_count, paid_minor, goods_minor, goods_unknown_count, commission_minor, costs_minor, payback_month)
    SELECT ${tx.workspaceId}::uuid, life.partner_id, life.class, life.currency, life.started_on, life.first_sale_on,
           life.last_sale_on, life.last_took_part_on, life.sales_count, life.paid_minor, life.goods_minor, life.goods_unknown_count,
           life.commission_minor, life.costs_minor,
           (extract(year FROM age(back.returned, back.started)) * 12 + extract(month FROM age(back.returned, back.started)) + 1)::int
    FROM life JOIN back ON back.partner_id = life.partner_id AND back.class = life.class AND back.currency = life.currency`.execute(
    tx.db,
  );
}
