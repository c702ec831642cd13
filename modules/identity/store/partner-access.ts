import type { Tx } from '@mosty/kernel/context';
import { sql } from 'kysely';
import type { Member } from './members.ts';

/** People of a partner who may sign in, and invitations of theirs that may still be accepted. */
export async function countAccessOf(
  tx: Tx,
  partnerId: string,
): Promise<{ people: number; invitations: number }> {
  const { rows } = await sql<{ people: number; invitations: number }>`
    SELECT
      (SELECT count(*)::int FROM identity.member
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND left_at IS NULL) AS people,
      (SELECT count(*)::int FROM identity.invitation
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND accepted_at IS NULL
         AND withdrawn_at IS NULL AND expires_at > ${tx.now()}) AS invitations`.execute(tx.db);
  return rows[0] ?? { people: 0, invitations: 0 };
}

export async function endMembersOf(tx: Tx, partnerId: string): Promise<Pick<Member, 'id' | 'userId'>[]> {
  const { rows } = await sql<Pick<Member, 'id' | 'userId'>>`
    UPDATE identity.member SET left_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND left_at IS NULL
    RETURNING id, user_id AS "userId"`.execute(tx.db);
  return rows;
}

export async function withdrawInvitationsOf(tx: Tx, partnerId: string): Promise<number> {
  const { rows } = await sql`
    UPDATE identity.invitation SET withdrawn_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND accepted_at IS NULL AND withdrawn_at IS NULL
    RETURNING id`.execute(tx.db);
  return rows.length;
}
