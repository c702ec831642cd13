import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

export async function insertPortalDay(tx: Tx, partnerId: Id<'partner'>, day: BusinessDate): Promise<void> {
  await sql`
    INSERT INTO identity.portal_day (workspace_id, partner_id, day)
    VALUES (${tx.workspaceId}::uuid, ${partnerId}, ${day}::date) ON CONFLICT DO NOTHING`.execute(tx.db);
}
