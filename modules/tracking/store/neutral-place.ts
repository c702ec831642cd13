import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** Where links of paused partners lead, as the company said; null: it said nothing. */
export async function neutralPlace(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ address: string }>`
    SELECT address FROM tracking.neutral_place WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0]?.address ?? null;
}

export async function saveNeutralPlace(tx: Tx, address: string | null): Promise<void> {
  if (address === null)
    await sql`DELETE FROM tracking.neutral_place WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  else
    await sql`
      INSERT INTO tracking.neutral_place (workspace_id, address, set_at, set_by)
      VALUES (${tx.workspaceId}::uuid, ${address}, ${tx.now()}, ${tx.actor.id})
      ON CONFLICT (workspace_id) DO UPDATE SET address = EXCLUDED.address, set_at = EXCLUDED.set_at,
        set_by = EXCLUDED.set_by`.execute(tx.db);
}
