import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface QuestionRecord {
  readonly id: Id<'flag_question'>;
  readonly flagId: Id<'flag'>;
  readonly partnerId: Id<'partner'>;
  readonly question: string;
  readonly dueOn: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly answeredName: string | null;
  readonly closedAt: Date | null;
}

const QUESTION = sql`
  id, flag_id AS "flagId", partner_id AS "partnerId", question, due_on::text AS "dueOn", asked_at AS "askedAt", answer,
  answered_at AS "answeredAt", answered_name AS "answeredName", closed_at AS "closedAt"`;

export async function questionsOfFlag(tx: Tx, flagId: string): Promise<QuestionRecord[]> {
  const { rows } = await sql<QuestionRecord>`
    SELECT ${QUESTION} FROM integrity.question
    WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId} ORDER BY asked_at, id`.execute(
    tx.db,
  );
  return rows;
}

/** Unanswered first, the nearest day before others. */
export async function questionsOfPartner(tx: Tx, partnerId: string): Promise<QuestionRecord[]> {
  const { rows } = await sql<QuestionRecord>`
    SELECT ${QUESTION} FROM integrity.question
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY (answer IS NULL AND closed_at IS NULL) DESC, due_on DESC, asked_at DESC LIMIT 100`.execute(
    tx.db,
  );
  return rows;
}

export async function lockQuestion(tx: Tx, id: string): Promise<QuestionRecord | null> {
  const { rows } = await sql<QuestionRecord>`
    SELECT ${QUESTION} FROM integrity.question
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertQuestion(
  tx: Tx,
  one: Pick<QuestionRecord, 'id' | 'flagId' | 'partnerId' | 'question' | 'dueOn'>,
): Promise<void> {
  await sql`
    INSERT INTO integrity.question (workspace_id, id, flag_id, partner_id, question, due_on, asked_at, asked_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.flagId}, ${one.partnerId}, ${one.question}, ${one.dueOn}::date,
      ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function saveAnswer(
  tx: Tx,
  id: string,
  { answer, name }: { answer: string; name: string },
): Promise<void> {
  await sql`
    UPDATE integrity.question SET answer = ${answer}, answered_at = ${tx.now()}, answered_by = ${tx.actor.id},
      answered_name = ${name}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function closeQuestions(tx: Tx, flagId: string): Promise<void> {
  await sql`
    UPDATE integrity.question SET closed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId} AND closed_at IS NULL`.execute(
    tx.db,
  );
}
