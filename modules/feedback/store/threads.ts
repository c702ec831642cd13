import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { ThreadKind, ThreadSide, ThreadState, Verdict } from '../contract.ts';

export interface ThreadRecord {
  readonly id: Id<'thread'>;
  readonly partnerId: Id<'partner'>;
  readonly kind: ThreadKind;
  readonly title: string;
  readonly state: ThreadState;
  readonly verdict: Verdict | null;
  readonly answererFaceId: Id<'face'> | null;
  readonly openedAt: Date;
  readonly movedAt: Date;
  readonly answerBy: string | null;
}

export interface MessageRecord {
  readonly id: Id<'thread_message'>;
  readonly side: ThreadSide;
  readonly author: string;
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly at: Date;
}

export type Named = ThreadRecord & { readonly partnerName: string; readonly answererName: string | null };

const FIELDS = sql`
  t.id, t.partner_id AS "partnerId", t.kind, t.title, t.state, t.verdict, t.answerer_face_id AS "answererFaceId",
  t.opened_at AS "openedAt", t.moved_at AS "movedAt", t.answer_by AS "answerBy"`;

const NAMED = sql`
  SELECT ${FIELDS}, p.name AS "partnerName", f.name AS "answererName"
  FROM feedback.thread t
  JOIN directory.v_partner p ON p.workspace_id = t.workspace_id AND p.id = t.partner_id
  LEFT JOIN directory.v_face f ON f.workspace_id = t.workspace_id AND f.id = t.answerer_face_id`;

export interface ThreadFilter {
  readonly partnerId?: string | undefined;
  readonly kind?: ThreadKind | undefined;
  readonly show: ThreadState | 'late' | 'all';
  readonly today: string;
  readonly after: Place | null;
  readonly limit: number;
}

/** Those waiting for us by the day we promised, the rest newest first. One row more than `limit` says there is a next page. */
export async function pageOfThreads(tx: Tx, asked: ThreadFilter): Promise<Named[]> {
  const isWaiting = asked.show === 'waiting' || asked.show === 'late';
  const shown = {
    waiting: sql`AND t.state = 'waiting'`,
    late: sql`AND t.state = 'waiting' AND t.answer_by < ${asked.today}::date`,
    answered: sql`AND t.state = 'answered'`,
    closed: sql`AND t.state = 'closed'`,
    all: sql``,
  }[asked.show];
  const { after } = asked;
  const from = !after
    ? sql``
    : isWaiting
      ? sql`AND (t.answer_by, t.id) > (${after.value}::date, ${after.id}::text)`
      : sql`AND (t.moved_at, t.id) < (${after.value}::timestamptz, ${after.id}::text)`;
  const { rows } = await sql<Named>`
    ${NAMED} WHERE t.workspace_id = ${tx.workspaceId}::uuid ${shown} ${from}
      ${asked.partnerId ? sql`AND t.partner_id = ${asked.partnerId}` : sql``}
      ${asked.kind ? sql`AND t.kind = ${asked.kind}` : sql``}
    ORDER BY ${isWaiting ? sql`t.answer_by, t.id` : sql`t.moved_at DESC, t.id DESC`}
    LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function countWaiting(tx: Tx, today: string): Promise<{ waiting: number; late: number }> {
  const { rows } = await sql<{ waiting: number; late: number }>`
    SELECT count(*)::int AS waiting, count(*) FILTER (WHERE answer_by < ${today}::date)::int AS late
    FROM feedback.thread WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'waiting'`.execute(tx.db);
  return rows[0] ?? { waiting: 0, late: 0 };
}

export async function namedThread(tx: Tx, id: string): Promise<Named | null> {
  const { rows } = await sql<Named>`
    ${NAMED} WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Locked till the end of the transaction. */
export async function lockThread(tx: Tx, id: string): Promise<ThreadRecord | null> {
  const { rows } = await sql<ThreadRecord>`
    SELECT ${FIELDS} FROM feedback.thread t
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function saveThread(tx: Tx, one: ThreadRecord): Promise<void> {
  await sql`
    INSERT INTO feedback.thread (workspace_id, id, partner_id, kind, title, state, verdict, answerer_face_id, opened_at,
      moved_at, answer_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.kind}, ${one.title}, ${one.state}, ${one.verdict},
      ${one.answererFaceId}, ${one.openedAt}, ${one.movedAt}, ${one.answerBy}::date)
    ON CONFLICT (workspace_id, id) DO UPDATE SET state = EXCLUDED.state, verdict = EXCLUDED.verdict,
      answerer_face_id = EXCLUDED.answerer_face_id, moved_at = EXCLUDED.moved_at, answer_by = EXCLUDED.answer_by`.execute(
    tx.db,
  );
}

export async function messagesOf(tx: Tx, threadId: string): Promise<MessageRecord[]> {
  const { rows } = await sql<MessageRecord>`
    SELECT id, side, author, text, verdict, at FROM feedback.message
    WHERE workspace_id = ${tx.workspaceId}::uuid AND thread_id = ${threadId} ORDER BY at, id`.execute(tx.db);
  return rows;
}

export async function insertMessage(
  tx: Tx,
  thread: Pick<ThreadRecord, 'id' | 'partnerId'>,
  one: MessageRecord,
): Promise<void> {
  await sql`
    INSERT INTO feedback.message (workspace_id, id, thread_id, partner_id, side, author_id, author, text, verdict, at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${thread.id}, ${thread.partnerId}, ${one.side}, ${tx.actor.id},
      ${one.author}, ${one.text}, ${one.verdict}, ${one.at})`.execute(tx.db);
}

/** Titles, as the journal calls conversations. */
export async function titlesOfThreads(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    SELECT id, title FROM feedback.thread
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.title]));
}
