import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, type Month } from '@mosty/kernel/time';
import { columns, OF_CLASS } from './build-days.ts';
import { daysOf } from './build-partners.ts';

/** Adds the months of the classes up again, finds the largest seller of each, and what its clients came to pay. */
export async function buildMonths(tx: Tx, months: readonly Month[] | 'all'): Promise<void> {
  if (months !== 'all' && months.length === 0) return;
  const chosen = months === 'all' ? sql`true` : sql`month = ANY(${months.map(firstDay)}::date[])`;
  const sums = [...OF_CLASS, 'clients_came'];
  await sql`DELETE FROM insight.class_month WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen}`.execute(
    tx.db,
  );
  await sql`
    WITH seller AS (
      SELECT month, class, currency, partner_id, paid_minor FROM insight.partner_month
      WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen} AND sales_count > 0
    ), top AS (
      SELECT DISTINCT ON (month, class, currency) month, class, currency, partner_id, paid_minor
      FROM seller ORDER BY month, class, currency, paid_minor DESC, partner_id
    ), sellers AS (
      SELECT month, class, currency, count(*) AS number FROM seller GROUP BY month, class, currency
    ), came AS (
      SELECT date_trunc('month', first_on)::date AS month, class, currency, sum(paid_90_minor) AS paid_90,
             sum(paid_180_minor) AS paid_180, sum(paid_365_minor) AS paid_365
      FROM insight.client_life WHERE workspace_id = ${tx.workspaceId}::uuid AND ${daysOf(months, 'first_on')}
      GROUP BY 1, 2, 3
    ), month AS (
      SELECT date_trunc('month', day)::date AS month, class, currency,
             ${sql.join(sums.map((name) => sql`sum(${sql.ref(name)}) AS ${sql.ref(name)}`))}
      FROM insight.class_day WHERE workspace_id = ${tx.workspaceId}::uuid AND ${daysOf(months, 'day')}
      GROUP BY 1, 2, 3
    )
    INSERT INTO insight.class_month (workspace_id, month, class, currency, ${columns(sums)}, came_paid_90_minor,
      came_paid_180_minor, came_paid_365_minor, sellers_count, top_partner_id, top_paid_minor)
    SELECT ${tx.workspaceId}::uuid, m.month, m.class, m.currency, ${sql.join(sums.map((name) => sql.ref(`m.${name}`)))},
           COALESCE(c.paid_90, 0), COALESCE(c.paid_180, 0), COALESCE(c.paid_365, 0), COALESCE(s.number, 0), t.partner_id,
           COALESCE(t.paid_minor, 0)
    FROM month m
    LEFT JOIN came c ON c.month = m.month AND c.class = m.class AND c.currency = m.currency
    LEFT JOIN sellers s ON s.month = m.month AND s.class = m.class AND s.currency = m.currency
    LEFT JOIN top t ON t.month = m.month AND t.class = m.class AND t.currency = m.currency`.execute(tx.db);
}
