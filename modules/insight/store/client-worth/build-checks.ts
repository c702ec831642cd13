import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { dateIn, dayOf, instantIn, type Days } from '../days.ts';

/** Positions of a sale as they are compared: none told, one, two or three, four and more. */
export const POSITIONS = sql`CASE WHEN line_count = 0 THEN CASE WHEN product IS NULL THEN 0 ELSE 1 END
  WHEN line_count = 1 THEN 1 WHEN line_count <= 3 THEN 2 ELSE 4 END`;

/** Adds the days up again by how much is in a sale and how many partners took part in it. */
export async function buildChecks(tx: Tx, days: Days): Promise<void> {
  const ws = sql`workspace_id = ${tx.workspaceId}::uuid`;
  await sql`DELETE FROM insight.check_day WHERE ${ws} AND ${dateIn('day', days)}`.execute(tx.db);
  const among = days === 'all' ? sql`true` : sql`sale_id = ANY(ARRAY(SELECT id FROM sale))`;
  await sql`
    WITH sale AS MATERIALIZED (
      SELECT id, ${dayOf(tx, 'occurred_at')} AS day, currency, amount_minor, ${POSITIONS} AS positions
      FROM deals.v_sale_detail WHERE ${ws} AND reversed_at IS NULL AND ${instantIn(tx, 'occurred_at', days)}
    ), party AS (
      SELECT sale_id, count(DISTINCT partner_id) AS parties, min(class) FILTER (WHERE role = 'source') AS class
      FROM attribution.v_participant WHERE ${ws} AND sale_id IS NOT NULL AND ${among} GROUP BY sale_id
    )
    INSERT INTO insight.check_day (workspace_id, day, class, currency, positions, parties, sales_count, sales_minor)
    SELECT ${tx.workspaceId}::uuid, s.day, COALESCE(p.class, 'direct'), s.currency, s.positions,
           LEAST(COALESCE(p.parties, 0), 3), count(*), sum(s.amount_minor)
    FROM sale s LEFT JOIN party p ON p.sale_id = s.id
    GROUP BY s.day, COALESCE(p.class, 'direct'), s.currency, s.positions, LEAST(COALESCE(p.parties, 0), 3)`.execute(
    tx.db,
  );
}
