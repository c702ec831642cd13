import { sql } from 'kysely';
import type { ClassAnswers, ClassDecision } from '@mosty/agreements/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { REPLIES } from '../contract/check.ts';

export interface ApproachRecord {
  readonly whyYou: string;
  readonly partnerValue: string;
  readonly at: Date;
  readonly byActor: string;
}

export interface ReplyRecord {
  readonly said: (typeof REPLIES)[number];
  readonly repliedOn: string;
  readonly note: string | null;
  readonly at: Date;
  readonly byActor: string;
}

export interface ClassAnswerRecord {
  readonly answers: ClassAnswers;
  readonly outcome: ClassDecision['outcome'];
  readonly at: Date;
  readonly byActor: string;
}

/** Latest first. */
export async function approachesOf(tx: Tx, partnerId: Id<'partner'>): Promise<ApproachRecord[]> {
  const { rows } = await sql<ApproachRecord>`
    SELECT why_you AS "whyYou", partner_value AS "partnerValue", at, by_actor AS "byActor" FROM recruiting.approach
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY seq DESC`.execute(
    tx.db,
  );
  return rows;
}

export async function insertApproach(
  tx: Tx,
  one: { partnerId: Id<'partner'>; whyYou: string; partnerValue: string },
): Promise<void> {
  await sql`
    INSERT INTO recruiting.approach (workspace_id, id, partner_id, why_you, partner_value, at, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${tx.id('approach')}, ${one.partnerId}, ${one.whyYou}, ${one.partnerValue},
      ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

/** Latest first, by the day the partner answered. */
export async function repliesOf(tx: Tx, partnerId: Id<'partner'>): Promise<ReplyRecord[]> {
  const { rows } = await sql<ReplyRecord>`
    SELECT said, replied_on AS "repliedOn", note, at, by_actor AS "byActor" FROM recruiting.reply
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY replied_on DESC, seq DESC`.execute(tx.db);
  return rows;
}

export async function insertReply(
  tx: Tx,
  one: { partnerId: Id<'partner'> } & Pick<ReplyRecord, 'said' | 'repliedOn' | 'note'>,
): Promise<void> {
  await sql`
    INSERT INTO recruiting.reply (workspace_id, id, partner_id, said, replied_on, note, at, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${tx.id('reply')}, ${one.partnerId}, ${one.said}, ${one.repliedOn}::date, ${one.note},
      ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function classAnswerOf(tx: Tx, partnerId: Id<'partner'>): Promise<ClassAnswerRecord | null> {
  const { rows } = await sql<ClassAnswerRecord>`
    SELECT answers, outcome, at, by_actor AS "byActor" FROM recruiting.class_answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY seq DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertClassAnswer(
  tx: Tx,
  one: { partnerId: Id<'partner'> } & Pick<ClassAnswerRecord, 'answers' | 'outcome'>,
): Promise<void> {
  await sql`
    INSERT INTO recruiting.class_answer (workspace_id, id, partner_id, answers, outcome, at, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${tx.id('class_answer')}, ${one.partnerId}, ${JSON.stringify(one.answers)}::jsonb,
      ${one.outcome}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}
