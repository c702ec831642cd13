import { sql } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { SIGNATURES, SURVEY_LANGUAGES } from '../contract/survey.ts';

export interface SurveyRecord {
  readonly id: Id<'survey'>;
  readonly token: string;
  readonly title: string;
  readonly language: (typeof SURVEY_LANGUAGES)[number];
  readonly intro: string | null;
  readonly whomQuestion: string;
  readonly toolsQuestion: string;
  readonly signature: (typeof SIGNATURES)[number];
  readonly isEmbeddable: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly closedAt: Date | null;
}

const COLUMNS = sql`s.id, s.token, s.title, s.language, s.intro, s.whom_question AS "whomQuestion",
  s.tools_question AS "toolsQuestion", s.signature, s.is_embeddable AS "isEmbeddable", s.created_at AS "createdAt",
  s.created_by AS "createdBy", s.closed_at AS "closedAt"`;

export async function saveSurvey(tx: Tx, one: SurveyRecord): Promise<void> {
  await sql`
    INSERT INTO recruiting.survey (workspace_id, id, token, title, language, intro, whom_question, tools_question,
      signature, is_embeddable, created_at, created_by, closed_at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.token}, ${one.title}, ${one.language}, ${one.intro},
      ${one.whomQuestion}, ${one.toolsQuestion}, ${one.signature}, ${one.isEmbeddable}, ${one.createdAt},
      ${one.createdBy}, ${one.closedAt})
    ON CONFLICT (workspace_id, id) DO UPDATE SET title = EXCLUDED.title, intro = EXCLUDED.intro,
      whom_question = EXCLUDED.whom_question, tools_question = EXCLUDED.tools_question,
      signature = EXCLUDED.signature, is_embeddable = EXCLUDED.is_embeddable,
      closed_at = EXCLUDED.closed_at`.execute(tx.db);
}

export async function findSurvey(
  tx: Tx,
  by: { id: string } | { token: string },
): Promise<SurveyRecord | null> {
  const { rows } = await sql<SurveyRecord>`
    SELECT ${COLUMNS} FROM recruiting.survey s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid
      AND ${'id' in by ? sql`s.id = ${by.id}` : sql`s.token = ${by.token}`}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Locked till the end of the transaction. */
export async function lockSurvey(tx: Tx, id: string): Promise<SurveyRecord | null> {
  const { rows } = await sql<SurveyRecord>`
    SELECT ${COLUMNS} FROM recruiting.survey s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export interface CountedSurvey extends SurveyRecord {
  readonly answers: number;
  readonly lastAnswerAt: Date | null;
}

/** Surveys with how many answered; open ones first. */
export async function countedSurveys(tx: Tx, id?: string): Promise<CountedSurvey[]> {
  const { rows } = await sql<CountedSurvey>`
    SELECT ${COLUMNS}, counted.answers, counted.last_answer_at AS "lastAnswerAt"
    FROM recruiting.survey s, LATERAL (
      SELECT count(*)::int AS answers, max(a.answered_at) AS last_answer_at FROM recruiting.answer a
      WHERE a.workspace_id = s.workspace_id AND a.survey_id = s.id
    ) counted
    WHERE s.workspace_id = ${tx.workspaceId}::uuid ${id === undefined ? sql`` : sql`AND s.id = ${id}`}
    ORDER BY s.closed_at IS NOT NULL, s.created_at DESC, s.id LIMIT 200`.execute(tx.db);
  return rows;
}

export async function titlesOfSurveys(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    SELECT id, title FROM recruiting.survey
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** Outside any company: whoever has the address of a survey may learn whose it is, and whether it may stand in a frame. */
export async function surveyAtToken(
  database: Database,
  token: string,
): Promise<{ workspaceId: WorkspaceId; isEmbeddable: boolean } | null> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ workspaceId: WorkspaceId; isEmbeddable: boolean }>`
      SELECT workspace_id AS "workspaceId", is_embeddable AS "isEmbeddable"
      FROM recruiting.find_survey(${token})`.execute(connection.queries);
    return rows[0] ?? null;
  } finally {
    connection.release();
  }
}
