import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { prepared } from './prepared.ts';

export interface Freshness {
  readonly refreshed_at: Date;
  readonly rebuilt_at: Date | null;
  readonly zone: string;
  /** The price floor days were judged by; -1: never. */
  readonly floor_ppm: bigint;
}

export async function findFreshness(tx: Tx): Promise<Freshness | undefined> {
  const rows = await prepared(
    tx,
    sql<Freshness>`
    SELECT refreshed_at, rebuilt_at, zone, floor_ppm FROM insight.freshness WHERE workspace_id = ${tx.workspaceId}::uuid`,
  );
  return rows[0];
}

export async function saveFreshness(
  tx: Tx,
  { rebuilt, floorPpm }: { rebuilt: boolean; floorPpm: bigint },
): Promise<void> {
  await sql`
    INSERT INTO insight.freshness (workspace_id, refreshed_at, rebuilt_at, zone, floor_ppm)
    VALUES (${tx.workspaceId}::uuid, ${tx.now()}, ${rebuilt ? tx.now() : null}, ${tx.zone}, ${floorPpm})
    ON CONFLICT (workspace_id) DO UPDATE SET refreshed_at = EXCLUDED.refreshed_at,
      rebuilt_at = COALESCE(EXCLUDED.rebuilt_at, freshness.rebuilt_at), zone = EXCLUDED.zone,
      floor_ppm = EXCLUDED.floor_ppm`.execute(tx.db);
}

/** One builder of a workspace at a time; held until the transaction ends. */
export async function lockRollups(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`insight.rollups:${tx.workspaceId}`}, 0))`.execute(
    tx.db,
  );
}
