import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface Merge {
  readonly clientId: Id<'client'>;
  readonly intoId: Id<'client'>;
  readonly filled: readonly string[];
  readonly moved: Readonly<Record<string, unknown>>;
}

export async function insertMerge(tx: Tx, { clientId, intoId, filled, moved }: Merge): Promise<void> {
  await sql`
    INSERT INTO directory.client_merge (workspace_id, client_id, step, into_id, merged_at, merged_by, filled, moved)
    SELECT ${tx.workspaceId}::uuid, ${clientId},
      COALESCE((SELECT max(step) FROM directory.client_merge
        WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ${clientId}), 0) + 1,
      ${intoId}, ${tx.now()}, ${tx.actor.id}, ${[...filled]}::text[], ${JSON.stringify(moved)}::jsonb`.execute(
    tx.db,
  );
}

/** The merge that stands; the client is locked by the caller. */
export async function standingMerge(tx: Tx, clientId: string): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    SELECT client_id AS "clientId", into_id AS "intoId", filled, moved FROM directory.client_merge
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ${clientId} AND undone_at IS NULL`.execute(
    tx.db,
  );
  return rows[0];
}

export async function markUndone(tx: Tx, clientId: string): Promise<void> {
  await sql`
    UPDATE directory.client_merge SET undone_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ${clientId} AND undone_at IS NULL`.execute(
    tx.db,
  );
}

/** Null: it is a client by itself again. */
export async function writeMergedInto(tx: Tx, clientId: string, intoId: string | null): Promise<void> {
  await sql`
    UPDATE directory.client SET merged_into_id = ${intoId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${clientId}`.execute(tx.db);
}

/** Those that became this one. */
export async function mergedInto(
  tx: Tx,
  intoId: string,
): Promise<{ id: Id<'client'>; name: string; mergedAt: Date }[]> {
  const { rows } = await sql<{ id: Id<'client'>; name: string; mergedAt: Date }>`
    SELECT c.id, c.name, m.merged_at AS "mergedAt"
    FROM directory.client c
    JOIN directory.client_merge m ON m.workspace_id = c.workspace_id AND m.client_id = c.id AND m.undone_at IS NULL
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.merged_into_id = ${intoId}
    ORDER BY m.merged_at DESC, c.id`.execute(tx.db);
  return rows;
}

/** What could reach people of those that became this one; their names as companies stay. */
export async function forgetMergedContacts(tx: Tx, intoId: string): Promise<void> {
  await sql`
    UPDATE directory.client SET person = NULL, email = NULL, phone = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND merged_into_id = ${intoId}`.execute(tx.db);
}
