import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';

/** A look begun anew lasts from now. */
export async function saveLook(tx: Tx, partnerId: string, until: Date): Promise<void> {
  await sql`
    INSERT INTO identity.look (workspace_id, member_id, partner_id, began_at, until)
    VALUES (${tx.workspaceId}::uuid, ${tx.actor.id}, ${partnerId}, ${tx.now()}, ${until})
    ON CONFLICT (workspace_id, member_id, partner_id)
      DO UPDATE SET began_at = EXCLUDED.began_at, until = EXCLUDED.until`.execute(tx.db);
}

/** Until when the one who acts may look as this partner; undefined when they may not now. */
export async function lookUntil(tx: Tx, partnerId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date }>`
    SELECT until FROM identity.look
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${tx.actor.id} AND partner_id = ${partnerId}
      AND until > ${tx.now()}`.execute(tx.db);
  return rows[0]?.until;
}
