import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import { dateIn, dayOf, type Days } from './days.ts';

/** Tells the stories of the given clients again; returns the days on which they had come, before and now. */
export async function buildClients(tx: Tx, clientIds: readonly string[] | 'all'): Promise<BusinessDate[]> {
  if (clientIds !== 'all' && clientIds.length === 0) return [];
  const chosen = (column: string) =>
    clientIds === 'all' ? sql`true` : sql`${sql.ref(column)} = ANY(${[...clientIds]}::text[])`;
  const before = await sql<{ first_on: BusinessDate }>`
    WITH gone AS (
      DELETE FROM insight.client_life WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen('client_id')} RETURNING first_on
    ) SELECT DISTINCT first_on FROM gone`.execute(tx.db);
  const now = await sql<{ first_on: BusinessDate }>`
    WITH moved AS (
      SELECT s.client_id, s.id, true AS is_sale, s.occurred_at, ${dayOf(tx, 's.occurred_at')} AS day, s.currency, s.amount_minor
      FROM deals.v_sale s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.client_id IS NOT NULL AND ${chosen('s.client_id')}
      UNION ALL
      SELECT f.client_id, f.id, false, f.occurred_at, ${dayOf(tx, 'f.occurred_at')}, f.currency, -f.amount_minor
      FROM deals.v_refund f
      WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.client_id IS NOT NULL AND f.matched_at IS NOT NULL
        AND ${chosen('f.client_id')}
    ), told AS (
      SELECT client_id, day, currency, amount_minor, first_value(id) OVER story AS first_id, first_value(day) OVER story AS first_day,
             first_value(currency) OVER story AS first_currency, bool_or(is_sale) OVER story AS has_paid
      FROM moved WINDOW story AS (PARTITION BY client_id ORDER BY is_sale DESC, occurred_at, id
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ), paid AS (
      SELECT client_id, first_id, first_day, first_currency,
             COALESCE(sum(amount_minor) FILTER (WHERE day < first_day + 90), 0) AS paid_90,
             COALESCE(sum(amount_minor) FILTER (WHERE day < first_day + 180), 0) AS paid_180,
             COALESCE(sum(amount_minor) FILTER (WHERE day < first_day + 365), 0) AS paid_365
      FROM told WHERE has_paid AND currency = first_currency
      GROUP BY client_id, first_id, first_day, first_currency
    ), source AS (
      SELECT sale_id, class, partner_id FROM attribution.v_participant
      WHERE workspace_id = ${tx.workspaceId}::uuid AND role = 'source'
        AND ${clientIds === 'all' ? sql`sale_id IS NOT NULL` : sql`sale_id = ANY(ARRAY(SELECT first_id FROM paid))`}
    ), kept AS (
      INSERT INTO insight.client_life
        (workspace_id, client_id, first_on, class, partner_id, currency, paid_90_minor, paid_180_minor, paid_365_minor)
      SELECT ${tx.workspaceId}::uuid, paid.client_id, paid.first_day, COALESCE(p.class, 'direct'), p.partner_id,
             paid.first_currency, paid.paid_90, paid.paid_180, paid.paid_365
      FROM paid LEFT JOIN source p ON p.sale_id = paid.first_id
      RETURNING first_on
    ) SELECT DISTINCT first_on FROM kept`.execute(tx.db);
  return [...new Set([...before.rows, ...now.rows].map((row) => row.first_on))];
}

/** Writes beside each day how many clients came on it. */
export async function countClients(tx: Tx, days: Days): Promise<void> {
  await sql`
    UPDATE insight.class_day d SET clients_came = COALESCE(c.clients, 0)
    FROM insight.class_day same
    LEFT JOIN (
      SELECT first_on, class, currency, count(*) AS clients FROM insight.client_life
      WHERE workspace_id = ${tx.workspaceId}::uuid AND ${dateIn('first_on', days)} GROUP BY first_on, class, currency
    ) c ON c.first_on = same.day AND c.class = same.class AND c.currency = same.currency
    WHERE same.workspace_id = ${tx.workspaceId}::uuid AND ${dateIn('same.day', days)}
      AND d.workspace_id = same.workspace_id AND d.day = same.day AND d.class = same.class AND d.currency = same.currency
      AND d.clients_came <> COALESCE(c.clients, 0)`.execute(tx.db);
}
