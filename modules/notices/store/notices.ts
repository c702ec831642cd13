import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Instant } from '@mosty/kernel/time';
import type { NoticeKind } from '../contract/kinds.ts';
import type { NoticeParams } from '../domain/say.ts';

export interface NoticeRecord {
  readonly id: Id<'notice'>;
  readonly memberId: Id<'member'>;
  readonly partnerId: Id<'partner'> | null;
  readonly code: string;
  readonly kind: NoticeKind;
  readonly subject: string | null;
  readonly params: NoticeParams;
  readonly path: string;
  readonly toldAt: Instant;
  readonly readAt: Instant | null;
  readonly onceKey: string | null;
  readonly letterDueAt: Instant | null;
  readonly letterAt: Instant | null;
}

const FIELDS = sql`
  n.id, n.member_id AS "memberId", n.partner_id AS "partnerId", n.code, n.kind, n.subject, n.params, n.path,
  n.told_at AS "toldAt", n.read_at AS "readAt", n.once_key AS "onceKey", n.letter_due_at AS "letterDueAt",
  n.letter_at AS "letterAt"`;

/** Nothing where the same was told already. */
export async function insertNotice(tx: Tx, one: NoticeRecord): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO notices.notice (workspace_id, id, member_id, partner_id, code, kind, subject, params, path, told_at,
      once_key, letter_due_at, letter_at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.memberId}, ${one.partnerId}, ${one.code}, ${one.kind}, ${one.subject},
      ${JSON.stringify(one.params)}::jsonb, ${one.path}, ${one.toldAt}, ${one.onceKey}, ${one.letterDueAt}, ${one.letterAt})
    ON CONFLICT (workspace_id, member_id, code, once_key) WHERE once_key IS NOT NULL DO NOTHING
    RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

/** Of these keys, those under which anybody was told this. */
export async function toldKeys(tx: Tx, code: string, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT DISTINCT once_key AS key FROM notices.notice
    WHERE workspace_id = ${tx.workspaceId}::uuid AND code = ${code} AND once_key = ANY(${keys}::text[])`.execute(
    tx.db,
  );
  return new Set(rows.map(({ key }) => key));
}

export async function pageOfNotices(
  tx: Tx,
  asked: {
    readonly memberId: string;
    readonly show: 'all' | 'unread';
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<NoticeRecord[]> {
  const from = asked.after
    ? sql`AND (n.told_at, n.id) < (${asked.after.value}::timestamptz, ${asked.after.id}::text)`
    : sql``;
  const { rows } = await sql<NoticeRecord>`
    SELECT ${FIELDS} FROM notices.notice n
    WHERE n.workspace_id = ${tx.workspaceId}::uuid AND n.member_id = ${asked.memberId} ${from}
      ${asked.show === 'unread' ? sql`AND n.read_at IS NULL` : sql``}
    ORDER BY n.told_at DESC, n.id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function countUnread(tx: Tx, memberId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    SELECT count(*)::int AS unread FROM notices.notice
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${memberId} AND read_at IS NULL`.execute(
    tx.db,
  );
  return rows[0]?.unread ?? 0;
}

/** True where it is this person's; one read before keeps its hour. */
export async function markRead(tx: Tx, memberId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE notices.notice SET read_at = COALESCE(read_at, ${tx.now()})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${memberId} AND id = ${id} RETURNING id`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export async function markAllRead(tx: Tx, memberId: string, upTo: Instant): Promise<void> {
  await sql`
    UPDATE notices.notice SET read_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${memberId} AND read_at IS NULL
      AND told_at <= ${upTo}`.execute(tx.db);
}

/** Letters whose hour has come, held for whoever sends them: two rounds at once share them out. */
export async function lockOwedLetters(tx: Tx, limit: number): Promise<NoticeRecord[]> {
  const { rows } = await sql<NoticeRecord>`
    SELECT ${FIELDS} FROM notices.notice n
    WHERE n.workspace_id = ${tx.workspaceId}::uuid AND n.letter_due_at <= ${tx.now()} AND n.letter_at IS NULL
    ORDER BY n.letter_due_at, n.told_at, n.id LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(tx.db);
  return rows;
}

export async function putOffLetters(tx: Tx, ids: readonly string[], until: Instant): Promise<void> {
  await sql`
    UPDATE notices.notice SET letter_due_at = ${until}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}

/** Nobody wants this letter any more: it was read, or the person left or chose otherwise. */
export async function dropLetters(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    UPDATE notices.notice SET letter_due_at = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}

export async function noteLetters(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    UPDATE notices.notice SET letter_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
}
