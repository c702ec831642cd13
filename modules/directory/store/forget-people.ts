import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface KnownFace {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Everybody who ever spoke for the partner. */
export async function facesEverOf(tx: Tx, partnerId: string): Promise<KnownFace[]> {
  const { rows } = await sql<KnownFace>`
    SELECT name, email, phone FROM directory.face
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND side = 'theirs'`.execute(
    tx.db,
  );
  return rows;
}

export async function forgetFacesOf(tx: Tx, partnerId: string, called: string): Promise<void> {
  await sql`
    UPDATE directory.face SET name = ${called}, title = NULL, email = NULL, phone = NULL, channel = NULL, is_main = false,
      absent_until = NULL, left_at = COALESCE(left_at, ${tx.now()})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND side = 'theirs'`.execute(
    tx.db,
  );
}
