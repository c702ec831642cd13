import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Month } from '@mosty/kernel/time';

/** Waits for a close that is under way; until the commit no other can begin. */
export async function holdPeriodsOpen(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(ledger.period_key(${tx.workspaceId}::uuid))`.execute(tx.db);
}

/** Waits for every posting that is under way; until the commit no other can begin. */
export async function holdPeriodsAlone(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(ledger.period_key(${tx.workspaceId}::uuid))`.execute(tx.db);
}

export async function readClosedThrough(tx: Tx): Promise<Month | null> {
  const { rows } = await sql<{ closed_through: Month }>`
    SELECT closed_through FROM ledger.period_lock WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return rows[0]?.closed_through ?? null;
}

export async function readFirstPosted(tx: Tx): Promise<Month | null> {
  const { rows } = await sql<{ period: Month }>`
    SELECT period FROM ledger.transaction WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY period LIMIT 1`.execute(
    tx.db,
  );
  return rows[0]?.period ?? null;
}

export async function saveClosedThrough(tx: Tx, month: Month): Promise<void> {
  await sql`
    INSERT INTO ledger.period_lock (workspace_id, closed_through, closed_at)
    VALUES (${tx.workspaceId}::uuid, ${month}, ${tx.now()})
    ON CONFLICT (workspace_id) DO UPDATE SET closed_through = EXCLUDED.closed_through, closed_at = EXCLUDED.closed_at`.execute(
    tx.db,
  );
}
