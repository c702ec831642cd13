import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { SurveyAnswer } from '../contract/survey.ts';

export interface AnswerRecord {
  readonly id: Id<'survey_answer'>;
  readonly surveyId: Id<'survey'>;
  readonly came: 'page' | 'file';
  readonly answeredAt: Date;
  readonly whom: readonly string[];
  readonly tools: readonly string[];
  readonly signedName: string | null;
  readonly signedEmail: string | null;
  /** SHA-256 of what tells people apart; null when nothing does. */
  readonly respondent: string | null;
}

/** Writes what is new; answers which of them were written: whoever answered already is left as they were. */
export async function insertAnswers(tx: Tx, answers: readonly AnswerRecord[]): Promise<Set<string>> {
  if (answers.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO recruiting.answer (workspace_id, id, survey_id, came, answered_at, written_at, whom, tools, signed_name,
      signed_email, respondent)
    SELECT ${tx.workspaceId}::uuid, r.id, r.survey_id, r.came, r.answered_at, ${tx.now()}, r.whom, r.tools, r.signed_name,
      r.signed_email, r.respondent
    FROM jsonb_to_recordset(${JSON.stringify(
      answers.map((one) => ({
        id: one.id,
        survey_id: one.surveyId,
        came: one.came,
        answered_at: one.answeredAt,
        whom: one.whom,
        tools: one.tools,
        signed_name: one.signedName,
        signed_email: one.signedEmail,
        respondent: one.respondent,
      })),
    )}::jsonb) AS r(id text, survey_id text, came text, answered_at timestamptz, whom text[], tools text[],
      signed_name text, signed_email text, respondent text)
    ON CONFLICT (workspace_id, survey_id, respondent) DO NOTHING
    RETURNING id`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Which of these people answered the survey already. */
export async function respondedAlready(
  tx: Tx,
  surveyId: string,
  respondents: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ respondent: string }>`
    SELECT respondent FROM recruiting.answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND survey_id = ${surveyId}
      AND respondent = ANY(${respondents}::text[])`.execute(tx.db);
  return new Set(rows.map(({ respondent }) => respondent));
}

export type AnswerRow = Omit<SurveyAnswer, 'answeredAt'> & { readonly answeredAt: Date };

export interface AnswersAsked {
  readonly surveyId?: string | undefined;
  /** Whether the reader sees who signed. */
  readonly withSignature: boolean;
  readonly after: Place | null;
  readonly limit: number;
}

/** Latest first. One row more than `limit` says there is a next page. */
export async function pageOfAnswers(tx: Tx, asked: AnswersAsked): Promise<AnswerRow[]> {
  const { after } = asked;
  const { rows } = await sql<AnswerRow>`
    SELECT id, survey_id AS "surveyId", came, answered_at AS "answeredAt", whom, tools,
      ${asked.withSignature ? sql`signed_name` : sql`NULL`} AS "signedName",
      ${asked.withSignature ? sql`signed_email` : sql`NULL`} AS "signedEmail"
    FROM recruiting.answer
    WHERE workspace_id = ${tx.workspaceId}::uuid
      ${asked.surveyId ? sql`AND survey_id = ${asked.surveyId}` : sql``}
      ${after ? sql`AND (answered_at, id) < (${after.value}::timestamptz, ${after.id}::text)` : sql``}
    ORDER BY answered_at DESC, id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function countAnswers(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int FROM recruiting.answer WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
