import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addMonths, firstDay, type Month } from '@mosty/kernel/time';

/** Adds the months up again out of their days, and finds the largest seller of each. */
export async function buildMonths(tx: Tx, months: readonly Month[] | 'all'): Promise<void> {
  if (months !== 'all' && months.length === 0) return;
  const chosen =
    months === 'all'
      ? sql`true`
      : sql`(${sql.join(
          months.map((month) => sql`(day >= ${firstDay(month)}::date AND day < ${firstDay(addMonths(month, 1))}::date)`),
          sql` OR `,
        )})`;
  await sql`
    DELETE FROM insight.class_month WHERE workspace_id = ${tx.workspaceId}::uuid
      AND ${months === 'all' ? sql`true` : sql`month = ANY(${months.map(firstDay)}::date[])`}`.execute(tx.db);
  await sql`
    WITH seller AS (
      SELECT date_trunc('month', day)::date AS month, class, currency, partner_id,
             sum(sales_minor - refunds_minor) AS paid, sum(sales_count) AS sales
      FROM insight.partner_day WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}
      GROUP BY 1, 2, 3, 4
    ), top AS (
      SELECT DISTINCT ON (month, class, currency) month, class, currency, partner_id, paid
      FROM seller WHERE sales > 0 ORDER BY month, class, currency, paid DESC, partner_id
    ), sellers AS (
      SELECT month, class, currency, count(*) FILTER (WHERE sales > 0) AS number FROM seller GROUP BY 1, 2, 3
    ), month AS (
      SELECT date_trunc('month', day)::date AS month, class, currency, sum(sales_count) AS sales,
             sum(sales_minor - refunds_minor) AS paid, sum(commission_minor) AS commission, sum(costs_minor) AS costs
      FROM insight.class_day WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}
      GROUP BY 1, 2, 3
    )
    INSERT INTO insight.class_month (workspace_id, month, class, currency, sales_count, paid_minor, commission_minor,
      costs_minor, sellers_count, top_partner_id, top_paid_minor)
    SELECT ${tx.workspaceId}::uuid, m.month, m.class, m.currency, m.sales, m.paid, m.commission, m.costs,
           COALESCE(s.number, 0), t.partner_id, COALESCE(t.paid, 0)
    FROM month m
    LEFT JOIN sellers s ON s.month = m.month AND s.class = m.class AND s.currency = m.currency
    LEFT JOIN top t ON t.month = m.month AND t.class = m.class AND t.currency = m.currency`.execute(tx.db);
}
