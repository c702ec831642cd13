import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { ANSWER_SHOWS } from '../contract/answers.ts';

export interface AnswerRecord {
  readonly id: Id<'library_answer'>;
  readonly question: string;
  readonly folded: string;
  readonly answer: string;
  readonly forPartners: boolean;
  readonly ownerMember: Id<'member'> | null;
  readonly state: 'published' | 'archived';
  readonly confirmedOn: BusinessDate;
}

const FIELDS =
  sql.raw(`a.id, a.question, a.folded, a.answer, a.for_partners AS "forPartners", a.owner_member AS "ownerMember",
  a.state, a.confirmed_on AS "confirmedOn"`);

export async function pageOfAnswers(
  tx: Tx,
  asked: {
    /** LIKE patterns over the folded question, all of which are found. */
    readonly words: readonly string[];
    readonly show: (typeof ANSWER_SHOWS)[number];
    readonly freshSince: BusinessDate;
    readonly after: Place | null;
    readonly limit: number;
  },
): Promise<AnswerRecord[]> {
  const shown = {
    published: sql`AND a.state = 'published'`,
    stale: sql`AND a.state = 'published' AND a.confirmed_on < ${asked.freshSince}::date`,
    own: sql`AND a.state = 'published' AND NOT a.for_partners`,
    archived: sql`AND a.state = 'archived'`,
  }[asked.show];
  const { after } = asked;
  const { rows } = await sql<AnswerRecord>`
    SELECT ${FIELDS} FROM library.answer a
    WHERE a.workspace_id = ${tx.workspaceId}::uuid ${shown}
      ${asked.words.length > 0 ? sql`AND a.folded || ' ' || lower(a.answer) LIKE ALL(${asked.words}::text[])` : sql``}
      ${after ? sql`AND (a.folded COLLATE "C", a.id COLLATE "C") > (${after.value}, ${after.id})` : sql``}
    ORDER BY a.folded COLLATE "C", a.id COLLATE "C" LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockAnswer(tx: Tx, id: string): Promise<AnswerRecord | null> {
  const { rows } = await sql<AnswerRecord>`
    SELECT ${FIELDS} FROM library.answer a
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

/** False when the question is answered already: however many ask to write it at once, one of them does. */
export async function saveAnswer(tx: Tx, one: AnswerRecord): Promise<boolean> {
  if (one.state === 'published') {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`library.answer ${tx.workspaceId} ${one.folded}`}, 0))`.execute(
      tx.db,
    );
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM library.answer WHERE workspace_id = ${tx.workspaceId}::uuid AND folded = ${one.folded}
        AND state = 'published' AND id <> ${one.id}`.execute(tx.db);
    if (rows.length > 0) return false;
  }
  await sql`
    INSERT INTO library.answer (workspace_id, id, question, folded, answer, for_partners, owner_member, state, confirmed_on,
      confirmed_by, created_at, changed_at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.question}, ${one.folded}, ${one.answer}, ${one.forPartners},
      ${one.ownerMember}, ${one.state}, ${one.confirmedOn}::date, ${tx.actor.id}, ${tx.now()}, ${tx.now()})
    ON CONFLICT (workspace_id, id) DO UPDATE SET question = EXCLUDED.question, folded = EXCLUDED.folded,
      answer = EXCLUDED.answer, for_partners = EXCLUDED.for_partners, state = EXCLUDED.state,
      confirmed_on = EXCLUDED.confirmed_on, confirmed_by = EXCLUDED.confirmed_by, changed_at = EXCLUDED.changed_at`.execute(
    tx.db,
  );
  return true;
}

/** Questions, as the journal calls answers. */
export async function questionsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; question: string }>`
    SELECT id, question FROM library.answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.question]));
}
