import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Camp, Scale } from '../contract.ts';

export interface Seat {
  readonly memberId: Id<'member'>;
  readonly partnerId: Id<'partner'>;
}

/** Gives a seat to each who has none yet; those who got one. */
export async function insertSeats(tx: Tx, pollId: string, people: readonly Seat[]): Promise<Id<'member'>[]> {
  const { rows } = await sql<{ memberId: Id<'member'> }>`
    INSERT INTO feedback.poll_seat (workspace_id, poll_id, member_id, partner_id)
    SELECT ${tx.workspaceId}::uuid, ${pollId}, m, p
    FROM unnest(${people.map(({ memberId }) => memberId)}::text[], ${people.map(({ partnerId }) => partnerId)}::text[]) AS s (m, p)
    ON CONFLICT (workspace_id, poll_id, member_id) DO NOTHING RETURNING member_id AS "memberId"`.execute(
    tx.db,
  );
  return rows.map(({ memberId }) => memberId);
}

export async function seatedMembers(tx: Tx, pollId: string): Promise<Set<string>> {
  const { rows } = await sql<{ memberId: string }>`
    SELECT member_id AS "memberId" FROM feedback.poll_seat
    WHERE workspace_id = ${tx.workspaceId}::uuid AND poll_id = ${pollId}`.execute(tx.db);
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Takes the seat's one answer; false when it was given before. Whoever came after the opening has a seat made. */
export async function takeSeat(tx: Tx, pollId: string, seat: Seat): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO feedback.poll_seat AS s (workspace_id, poll_id, member_id, partner_id, is_answered)
    VALUES (${tx.workspaceId}::uuid, ${pollId}, ${seat.memberId}, ${seat.partnerId}, true)
    ON CONFLICT (workspace_id, poll_id, member_id) DO UPDATE SET is_answered = true WHERE NOT s.is_answered
    RETURNING member_id`.execute(tx.db);
  return rows.length > 0;
}

export async function hasAnswered(tx: Tx, pollId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM feedback.poll_seat
    WHERE workspace_id = ${tx.workspaceId}::uuid AND poll_id = ${pollId} AND member_id = ${memberId} AND is_answered`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export interface AnswerRecord {
  readonly recommend: number;
  readonly marks: Readonly<Record<Scale, number>>;
  readonly words: string | null;
}

/** `by` is null where nobody is to know whose it is. */
export async function insertAnswer(
  tx: Tx,
  pollId: string,
  answer: AnswerRecord,
  by: Seat | null,
): Promise<void> {
  const { support, value, simplicity, speed } = answer.marks;
  await sql`
    INSERT INTO feedback.poll_answer (workspace_id, poll_id, is_nameless, partner_id, member_id, answered_at, recommend,
      support, value, simplicity, speed, words)
    VALUES (${tx.workspaceId}::uuid, ${pollId}, ${by === null}, ${by?.partnerId ?? null}, ${by?.memberId ?? null},
      ${by === null ? null : tx.now()}, ${answer.recommend}, ${support}, ${value}, ${simplicity}, ${speed}, ${answer.words})`.execute(
    tx.db,
  );
}

/**
 * Takes the answers of a poll out and puts them back in the order of their keys: whoever reads the database finds them
 * written by one transaction, in an order that is not the one they came in. Whoever answers meanwhile is waited for.
 */
export async function mixAnswersOf(tx: Tx, pollId: string): Promise<void> {
  const poll = sql`workspace_id = ${tx.workspaceId}::uuid AND`;
  await sql`SELECT FROM feedback.poll WHERE ${poll} id = ${pollId} FOR UPDATE`.execute(tx.db);
  await sql`
    WITH taken AS (DELETE FROM feedback.poll_answer WHERE ${poll} poll_id = ${pollId} RETURNING *)
    INSERT INTO feedback.poll_answer SELECT * FROM taken ORDER BY id`.execute(tx.db);
  await sql`UPDATE feedback.poll SET is_mixed = true WHERE ${poll} id = ${pollId}`.execute(tx.db);
}

export interface ShownAnswer extends AnswerRecord {
  readonly id: string;
  readonly partnerId: Id<'partner'> | null;
  readonly partnerName: string | null;
  readonly memberId: Id<'member'> | null;
}

const CAMP_OF = {
  promoters: sql`a.recommend >= 9`,
  passives: sql`a.recommend BETWEEN 7 AND 8`,
  detractors: sql`a.recommend <= 6`,
} satisfies Record<Camp, unknown>;

/** By a key that means nothing, so that the order tells nothing. One row more than `limit` says there is a next page. */
export async function pageOfAnswers(
  tx: Tx,
  pollId: string,
  asked: { readonly camp?: Camp | undefined; readonly after: Place | null; readonly limit: number },
): Promise<ShownAnswer[]> {
  const { rows } = await sql<ShownAnswer>`
    SELECT a.id, a.partner_id AS "partnerId", p.name AS "partnerName", a.member_id AS "memberId", a.recommend, a.words,
           jsonb_build_object('support', a.support, 'value', a.value, 'simplicity', a.simplicity, 'speed', a.speed) AS marks
    FROM feedback.poll_answer a
    LEFT JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.poll_id = ${pollId}
      ${asked.camp ? sql`AND ${CAMP_OF[asked.camp]}` : sql``}
      ${asked.after ? sql`AND a.id > ${asked.after.id}::uuid` : sql``}
    ORDER BY a.id LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}
