import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate, Instant } from '@mosty/kernel/time';
import type { NoticeKind } from '../contract/kinds.ts';

/** Of each person, how much of each kind was told since and is not read. */
export async function unreadSince(
  tx: Tx,
  since: Instant,
): Promise<Map<string, readonly { kind: NoticeKind; count: number }[]>> {
  const { rows } = await sql<{ memberId: string; kind: NoticeKind; count: number }>`
    SELECT member_id AS "memberId", kind, count(*)::int AS count FROM notices.notice
    WHERE workspace_id = ${tx.workspaceId}::uuid AND read_at IS NULL AND told_at >= ${since}
    GROUP BY member_id, kind ORDER BY member_id, kind`.execute(tx.db);
  return Map.groupBy(rows, ({ memberId }) => memberId);
}

/** Of a Monday whose letters went out already; one person may have had theirs while others wait for loud hours. */
export async function digestedOn(tx: Tx, monday: BusinessDate): Promise<Set<string>> {
  const { rows } = await sql<{ memberId: string }>`
    SELECT member_id AS "memberId" FROM notices.digest
    WHERE workspace_id = ${tx.workspaceId}::uuid AND monday = ${monday}::date`.execute(tx.db);
  return new Set(rows.map(({ memberId }) => memberId));
}

/** False where another round was faster. */
export async function insertDigest(
  tx: Tx,
  one: {
    readonly memberId: string;
    readonly partnerId: string | null;
    readonly monday: BusinessDate;
    readonly unread: number;
  },
): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO notices.digest (workspace_id, member_id, partner_id, monday, at, unread)
    VALUES (${tx.workspaceId}::uuid, ${one.memberId}, ${one.partnerId}, ${one.monday}::date, ${tx.now()}, ${one.unread})
    ON CONFLICT (workspace_id, member_id, monday) DO NOTHING RETURNING member_id`.execute(tx.db);
  return rows.length > 0;
}
