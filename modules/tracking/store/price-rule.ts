import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** What always remains of the price, and the greatest reduction the company gives without any code. */
export interface PriceRule {
  readonly floorPpm: bigint;
  readonly ourDiscountPpm: bigint;
}

const NO_RULE: PriceRule = { floorPpm: 0n, ourDiscountPpm: 0n };

export async function findPriceRule(tx: Tx): Promise<PriceRule> {
  const { rows } = await sql<PriceRule>`
    SELECT floor_ppm AS "floorPpm", our_discount_ppm AS "ourDiscountPpm" FROM tracking.price_rule
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0] ?? NO_RULE;
}

export async function savePriceRule(tx: Tx, rule: PriceRule): Promise<void> {
  await sql`
    INSERT INTO tracking.price_rule (workspace_id, floor_ppm, our_discount_ppm, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${rule.floorPpm}, ${rule.ourDiscountPpm}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id) DO UPDATE SET floor_ppm = EXCLUDED.floor_ppm, our_discount_ppm = EXCLUDED.our_discount_ppm,
      set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by`.execute(tx.db);
}

/** The greatest discount among live codes that go on top of any other reduction. */
export async function greatestStacking(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ most: bigint | null }>`
    SELECT max(discount_ppm) AS most FROM tracking.code
    WHERE workspace_id = ${tx.workspaceId}::uuid AND stacking = 'with_any' AND archived_at IS NULL`.execute(
    tx.db,
  );
  return rows[0]?.most ?? 0n;
}
