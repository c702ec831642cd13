import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Question } from '../contract.ts';

export interface Answer {
  readonly question: Question;
  readonly value: string;
  readonly source: string | null;
  readonly saidAt: Date;
  readonly no: number;
}

/** The last answer to each question. */
export async function answersNow(tx: Tx): Promise<Map<Question, Answer>> {
  const { rows } = await sql<Answer>`
    SELECT DISTINCT ON (question) question, value, source, said_at AS "saidAt", no FROM readiness.answer
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY question, no DESC`.execute(tx.db);
  return new Map(rows.map((row) => [row.question, row]));
}

/** The next answer to a question: whoever says it at the same moment waits. */
export async function insertAnswer(
  tx: Tx,
  said: { question: Question; value: string; source: string | null },
): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('readiness:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
  const { rows } = await sql<{ no: number }>`
    INSERT INTO readiness.answer (workspace_id, question, no, value, source, said_at, said_by)
    SELECT ${tx.workspaceId}::uuid, ${said.question}, COALESCE(max(no), 0) + 1, ${said.value}, ${said.source}, ${tx.now()}, ${tx.actor.id}
    FROM readiness.answer WHERE workspace_id = ${tx.workspaceId}::uuid AND question = ${said.question}
    RETURNING no`.execute(tx.db);
  return rows[0]?.no ?? 1;
}
