import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addMonths, firstDay, type Month } from '@mosty/kernel/time';

/** Adds the months of the given partners up again out of their days. */
export async function buildPartnerMonths(
  tx: Tx,
  partnerIds: readonly string[] | 'all',
  months: readonly Month[] | 'all',
): Promise<void> {
  if (partnerIds !== 'all' && partnerIds.length === 0) return;
  const partners = partnerIds === 'all' ? sql`true` : sql`partner_id = ANY(${[...partnerIds]}::text[])`;
  await sql`
    DELETE FROM insight.partner_month WHERE workspace_id = ${tx.workspaceId}::uuid AND ${partners}
      AND ${months === 'all' ? sql`true` : sql`month = ANY(${months.map(firstDay)}::date[])`}`.execute(tx.db);
  await sql`
    INSERT INTO insight.partner_month (workspace_id, partner_id, month, class, currency, started_on, sales_count, paid_minor,
      goods_minor, goods_unknown_count, commission_minor, costs_minor, sold_on, took_part_on)
    SELECT workspace_id, partner_id, date_trunc('month', day)::date, class, currency, min(day), sum(sales_count),
           sum(sales_minor - refunds_minor), sum(goods_minor), sum(goods_unknown_count), sum(commission_minor), sum(costs_minor),
           COALESCE(range_agg(daterange(day, day + 1)) FILTER (WHERE sales_count > 0), '{}'),
           COALESCE(range_agg(daterange(day, day + 1)) FILTER (WHERE took_part_count > 0), '{}')
    FROM insight.partner_day WHERE workspace_id = ${tx.workspaceId}::uuid AND ${partners} AND ${daysOf(months, 'day')}
    GROUP BY workspace_id, partner_id, date_trunc('month', day), class, currency`.execute(tx.db);
}

/** The date in `column` is in one of the months. */
export function daysOf(months: readonly Month[] | 'all', column: string) {
  if (months === 'all') return sql`true`;
  const day = sql.ref(column);
  const ranges = months.map(
    (month) => sql`(${day} >= ${firstDay(month)}::date AND ${day} < ${firstDay(addMonths(month, 1))}::date)`,
  );
  return ranges.length === 0 ? sql`false` : sql`(${sql.join(ranges, sql` OR `)})`;
}

/**
 * Tells the stories of the given partners again out of their months. The month of payback is `paybackMonth` of the
 * domain as window functions: a property test holds the two together.
 */
export async function buildPartners(tx: Tx, partnerIds: readonly string[] | 'all'): Promise<void> {
  if (partnerIds !== 'all' && partnerIds.length === 0) return;
  const chosen = partnerIds === 'all' ? sql`true` : sql`partner_id = ANY(${[...partnerIds]}::text[])`;
  await sql`DELETE FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}`.execute(
    tx.db,
  );
  await sql`
    WITH month AS (
      SELECT *, sum(paid_minor - goods_minor - commission_minor) OVER so_far AS earned, sum(costs_minor) OVER so_far AS invested
      FROM insight.partner_month WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}
      WINDOW so_far AS (PARTITION BY partner_id, class, currency ORDER BY month)
    ), life AS (
      SELECT partner_id, class, currency, min(started_on) AS started_on, range_agg(sold_on) AS sold_on,
             range_agg(took_part_on) AS took_part_on, sum(sales_count) AS sales_count, sum(paid_minor) AS paid_minor,
             sum(goods_minor) AS goods_minor, sum(goods_unknown_count) AS goods_unknown_count,
             sum(commission_minor) AS commission_minor, sum(costs_minor) AS costs_minor,
             count(DISTINCT date_trunc('quarter', month)) FILTER (WHERE sales_count > 0) AS quarters_sold,
             age(min(month) FILTER (WHERE invested > 0 AND earned >= invested), min(month)) AS waited
      FROM month GROUP BY partner_id, class, currency
    )
    INSERT INTO insight.partner_life (workspace_id, partner_id, class, currency, started_on, first_sale_on, last_sale_on,
      last_took_part_on, sold_on, took_part_on, sales_count, paid_minor, goods_minor, goods_unknown_count, commission_minor, costs_minor, quarters_sold, payback_month)
    SELECT ${tx.workspaceId}::uuid, partner_id, class, currency, started_on, lower(sold_on), upper(sold_on) - 1, upper(took_part_on) - 1, sold_on, took_part_on,
           sales_count, paid_minor, goods_minor, goods_unknown_count, commission_minor, costs_minor, quarters_sold,
           (extract(year FROM waited) * 12 + extract(month FROM waited) + 1)::int
    FROM life`.execute(tx.db);
}
