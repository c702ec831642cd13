import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** News told to them: nobody reads it any more. */
export async function forgetNoticesOf(tx: Tx, memberIds: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM notices.notice
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ANY(${memberIds}::text[])`.execute(tx.db);
}
