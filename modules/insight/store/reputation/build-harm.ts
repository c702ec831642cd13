import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { dateIn, dayOf, instantIn, type Days } from '../days.ts';

/** The share of the price that always remains; 0 where the company set none: then nothing is below it. */
export async function priceFloor(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ floor: bigint }>`
    SELECT floor_ppm AS floor FROM tracking.v_price_rule WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return rows[0]?.floor ?? 0n;
}

/** How much less than the floor was paid; NULL where it was not less, or the source told no price. Rounded up. */
export function shortOfFloor(sale: string, floorPpm: bigint): RawBuilder<bigint | null> {
  const list = sql.ref(`${sale}.list_minor`);
  const paid = sql.ref(`${sale}.amount_minor`);
  return sql<bigint | null>`CASE WHEN ${paid}::numeric * 1000000 < ${list}::numeric * ${floorPpm}
    THEN ceil(${list}::numeric * ${floorPpm} / 1000000)::bigint - ${paid} END`;
}

/** Adds up again what the days did to our name, as far as money tells. */
export async function buildHarm(tx: Tx, days: Days, floorPpm: bigint): Promise<void> {
  const ws = sql`workspace_id = ${tx.workspaceId}::uuid`;
  await sql`DELETE FROM insight.harm_day WHERE ${ws} AND ${dateIn('day', days)}`.execute(tx.db);
  await sql`
    WITH cheap AS MATERIALIZED (
      SELECT s.id, ${dayOf(tx, 's.occurred_at')} AS day, s.currency, ${shortOfFloor('s', floorPpm)} AS short
      FROM deals.v_sale s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.list_minor > 0 AND ${instantIn(tx, 's.occurred_at', days)}
        AND ${shortOfFloor('s', floorPpm)} IS NOT NULL
    ), harm AS (
      SELECT a.partner_id, ${dayOf(tx, 'a.effective_at')} AS day, a.class, a.currency, 1 AS clawed, -a.amount_minor AS clawed_minor,
             0 AS below, 0 AS below_minor
      FROM incentives.v_accrual a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.kind = 'clawback' AND a.amount_minor <> 0 AND ${instantIn(tx, 'a.effective_at', days)}
      UNION ALL
      SELECT p.partner_id, c.day, p.class, c.currency, 0, 0, 1, c.short
      FROM cheap c
      JOIN attribution.v_participant p ON p.workspace_id = ${tx.workspaceId}::uuid AND p.sale_id = c.id AND p.role = 'source'
        AND p.sale_id = ANY(ARRAY(SELECT id FROM cheap))
    )
    INSERT INTO insight.harm_day (workspace_id, partner_id, day, class, currency, clawbacks_count, clawbacks_minor,
      below_floor_count, below_floor_minor)
    SELECT ${tx.workspaceId}::uuid, partner_id, day, class, currency, sum(clawed), sum(clawed_minor), sum(below), sum(below_minor)
    FROM harm GROUP BY partner_id, day, class, currency`.execute(tx.db);
}
