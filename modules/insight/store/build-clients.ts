import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { shiftsOf, type CameRow, type ClientShift } from '../domain/client-shift.ts';
import { dateIn, dayOf, type Days } from './days.ts';

const SUMMED = sql`first_on, class, currency, count(*) AS clients, sum(paid_90_minor)::bigint AS paid_90,
  sum(paid_180_minor)::bigint AS paid_180, sum(paid_365_minor)::bigint AS paid_365`;

/** Tells the stories of the given clients again; returns what that takes from days and adds to days. */
export async function buildClients(tx: Tx, clientIds: readonly string[] | 'all'): Promise<ClientShift[]> {
  if (clientIds !== 'all' && clientIds.length === 0) return [];
  const chosen = (column: string) =>
    clientIds === 'all' ? sql`true` : sql`${sql.ref(column)} = ANY(${[...clientIds]}::text[])`;
  const whose = (column: string) =>
    clientIds === 'all'
      ? sql`true`
      : sql`${sql.ref(column)} = ANY(ARRAY(SELECT id FROM moved WHERE is_sale))`;
  const before = await sql<CameRow>`
    WITH gone AS (
      DELETE FROM insight.client_life WHERE workspace_id = ${tx.workspaceId}::uuid AND ${chosen('client_id')} RETURNING *
    ) SELECT ${SUMMED} FROM gone GROUP BY first_on, class, currency`.execute(tx.db);
  const now = await sql<CameRow>`
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
      SELECT client_id, day, currency, amount_minor, is_sale, first_value(id) OVER story AS first_id, first_value(day) OVER story AS first_day,
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
    ), bought AS (
      SELECT client_id, max(day) AS last_on, count(*) AS sales, sum(amount_minor) AS minor,
             count(DISTINCT date_trunc('quarter', day)) AS quarters
      FROM told WHERE is_sale AND currency = first_currency GROUP BY client_id
    ), touched AS (
      SELECT m.client_id, count(DISTINCT p.partner_id) AS partners
      FROM moved m
      JOIN attribution.v_participant p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.sale_id = m.id AND ${whose('p.sale_id')}
      WHERE m.is_sale GROUP BY m.client_id
    ), sold AS (
      SELECT id AS sale_id, lower(product) AS thing FROM deals.v_sale_detail
      WHERE workspace_id = ${tx.workspaceId}::uuid AND line_count = 0 AND product IS NOT NULL AND ${whose('id')}
      UNION
      SELECT sale_id, lower(sku) FROM deals.v_sale_line
      WHERE workspace_id = ${tx.workspaceId}::uuid AND sku IS NOT NULL AND ${whose('sale_id')}
    ), things AS (
      SELECT m.client_id, count(DISTINCT x.thing) AS products FROM moved m JOIN sold x ON x.sale_id = m.id
      WHERE m.is_sale GROUP BY m.client_id
    ), source AS (
      SELECT sale_id, class, partner_id FROM attribution.v_participant
      WHERE workspace_id = ${tx.workspaceId}::uuid AND role = 'source'
        AND ${clientIds === 'all' ? sql`sale_id IS NOT NULL` : sql`sale_id = ANY(ARRAY(SELECT first_id FROM paid))`}
    ), kept AS (
      INSERT INTO insight.client_life
        (workspace_id, client_id, first_on, class, partner_id, currency, paid_90_minor, paid_180_minor, paid_365_minor,
         last_on, sales_count, sales_minor, quarters_paid, partners_count, products_count)
      SELECT ${tx.workspaceId}::uuid, paid.client_id, paid.first_day, COALESCE(p.class, 'direct'), p.partner_id,
             paid.first_currency, paid.paid_90, paid.paid_180, paid.paid_365,
             b.last_on, b.sales, b.minor, b.quarters, COALESCE(t.partners, 0), COALESCE(x.products, 0)
      FROM paid
      JOIN bought b ON b.client_id = paid.client_id
      LEFT JOIN touched t ON t.client_id = paid.client_id
      LEFT JOIN things x ON x.client_id = paid.client_id
      LEFT JOIN source p ON p.sale_id = paid.first_id
      RETURNING *
    ) SELECT ${SUMMED} FROM kept GROUP BY first_on, class, currency`.execute(tx.db);
  return shiftsOf(before.rows, now.rows);
}

/** Recounts, for days that were just built, how many clients came on each. */
export async function countClients(tx: Tx, days: Days): Promise<void> {
  await sql`
    UPDATE insight.class_day d SET clients_came = c.clients
    FROM (
      SELECT first_on, class, currency, count(*) AS clients FROM insight.client_life
      WHERE workspace_id = ${tx.workspaceId}::uuid AND ${dateIn('first_on', days)} GROUP BY first_on, class, currency
    ) c
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND ${dateIn('d.day', days)}
      AND d.day = c.first_on AND d.class = c.class AND d.currency = c.currency`.execute(tx.db);
}

/** Moves clients between days and months that are not built anew: they need not be read to be right. */
export async function shiftClients(
  tx: Tx,
  days: readonly ClientShift[],
  months: readonly ClientShift[],
): Promise<void> {
  const asRows = (shifts: readonly ClientShift[]) =>
    sql`jsonb_to_recordset(${JSON.stringify(shifts, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}::jsonb)
      AS s(day date, class text, currency text, clients bigint, paid90 bigint, paid180 bigint, paid365 bigint)`;
  if (days.length > 0) {
    await sql`
      UPDATE insight.class_day d SET clients_came = d.clients_came + s.clients FROM ${asRows(days)}
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.day = s.day AND d.class = s.class AND d.currency = s.currency`.execute(
      tx.db,
    );
  }
  if (months.length > 0) {
    await sql`
      UPDATE insight.class_month m SET clients_came = m.clients_came + s.clients, came_paid_90_minor = m.came_paid_90_minor + s.paid90,
        came_paid_180_minor = m.came_paid_180_minor + s.paid180, came_paid_365_minor = m.came_paid_365_minor + s.paid365
      FROM (
        SELECT date_trunc('month', day)::date AS month, class, currency, sum(clients) AS clients, sum(paid90) AS paid90,
               sum(paid180) AS paid180, sum(paid365) AS paid365
        FROM ${asRows(months)} GROUP BY 1, 2, 3
      ) s
      WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.month = s.month AND m.class = s.class AND m.currency = s.currency`.execute(
      tx.db,
    );
  }
}
