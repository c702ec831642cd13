import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { MentionSource, Question } from '../contract/mentions.ts';

export interface MentionRecord {
  readonly id: Id<'mention'>;
  readonly nameId: Id<'heard_name'>;
  readonly source: MentionSource;
  readonly question: Question | null;
  readonly link: string | null;
  readonly note: string | null;
  readonly clientId: Id<'client'> | null;
  readonly answerId: Id<'survey_answer'> | null;
  /** Who said it, as far as is known. */
  readonly speaker: string;
  readonly byClient: boolean;
  readonly saidAt: Date;
}

export async function insertMentions(tx: Tx, mentions: readonly MentionRecord[]): Promise<void> {
  if (mentions.length === 0) return;
  await sql`
    INSERT INTO recruiting.mention (workspace_id, id, name_id, source, question, link, note, client_id, answer_id,
      speaker, by_client, said_at, written_by)
    SELECT ${tx.workspaceId}::uuid, r."id", r."nameId", r."source", r."question", r."link", r."note", r."clientId",
      r."answerId", r."speaker", r."byClient", r."saidAt", ${tx.actor.id}
    FROM jsonb_to_recordset(${JSON.stringify(mentions)}::jsonb) AS r("id" text, "nameId" text, "source" text,
      "question" text, "link" text, "note" text, "clientId" text, "answerId" text, "speaker" text, "byClient" boolean,
      "saidAt" timestamptz)`.execute(tx.db);
}

export interface MentionRow {
  readonly id: Id<'mention'>;
  readonly nameId: Id<'heard_name'>;
  readonly said: string;
  readonly source: MentionSource;
  readonly question: Question | null;
  readonly link: string | null;
  readonly note: string | null;
  readonly clientId: Id<'client'> | null;
  readonly surveyId: Id<'survey'> | null;
  readonly saidAt: Date;
  readonly writtenBy: string;
  readonly takenBackAt: Date | null;
  readonly takenBackWhy: string | null;
}

const ROWS = sql`
  SELECT m.id, m.name_id AS "nameId", n.spoken AS said, m.source, m.question, m.link, m.note, m.client_id AS "clientId",
    a.survey_id AS "surveyId", m.said_at AS "saidAt", m.written_by AS "writtenBy", b.at AS "takenBackAt",
    b.reason AS "takenBackWhy"
  FROM recruiting.mention m
  JOIN recruiting.heard_name n ON n.workspace_id = m.workspace_id AND n.id = m.name_id
  LEFT JOIN recruiting.answer a ON a.workspace_id = m.workspace_id AND a.id = m.answer_id
  LEFT JOIN recruiting.mention_taken_back b ON b.workspace_id = m.workspace_id AND b.mention_id = m.id`;

export interface MentionsAsked {
  /** With all the spellings merged into it. */
  readonly nameId?: string | undefined;
  readonly source?: MentionSource | undefined;
  readonly after: Place | null;
  readonly limit: number;
}

/** Latest first. One row more than `limit` says there is a next page. */
export async function pageOfMentions(tx: Tx, asked: MentionsAsked): Promise<MentionRow[]> {
  const { after } = asked;
  const { rows } = await sql<MentionRow>`
    ${ROWS} WHERE m.workspace_id = ${tx.workspaceId}::uuid
      ${asked.nameId ? sql`AND (n.id = ${asked.nameId} OR n.into_id = ${asked.nameId})` : sql``}
      ${asked.source ? sql`AND m.source = ${asked.source}` : sql``}
      ${after ? sql`AND (m.said_at, m.id) < (${after.value}::timestamptz, ${after.id}::text)` : sql``}
    ORDER BY m.said_at DESC, m.id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export async function findMention(tx: Tx, id: string): Promise<MentionRow | null> {
  const { rows } = await sql<MentionRow>`
    ${ROWS} WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** False: it was taken back before. */
export async function insertTakenBack(tx: Tx, mentionId: string, reason: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO recruiting.mention_taken_back (workspace_id, mention_id, reason, at, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${mentionId}, ${reason}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, mention_id) DO NOTHING RETURNING mention_id AS id`.execute(tx.db);
  return rows.length > 0;
}
