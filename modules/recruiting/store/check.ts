import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { EvidenceKind, Subject } from '../contract/check.ts';
import type { CheckAnswer } from '../contract/profile.ts';

export interface AnswerRecord {
  readonly question: string;
  readonly answer: CheckAnswer;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: Date;
  readonly byActor: string;
}

export interface ShownRecord {
  readonly id: Id<'check_evidence'>;
  readonly partnerId: Id<'partner'>;
  readonly subject: Subject;
  readonly kind: EvidenceKind;
  readonly says: string;
  readonly source: string;
  readonly seenOn: string;
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly verdict: 'verified' | 'refuted' | null;
  readonly how: string | null;
  readonly verdictAt: Date | null;
  readonly verdictBy: string | null;
}

/** Everything ever answered about a partner, latest first. */
export async function answersOf(tx: Tx, partnerId: Id<'partner'>): Promise<AnswerRecord[]> {
  const { rows } = await sql<AnswerRecord>`
    SELECT question, answer, detail, at, by_actor AS "byActor" FROM recruiting.check_answer
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY seq DESC`.execute(tx.db);
  return rows;
}

export async function insertAnswers(
  tx: Tx,
  partnerId: Id<'partner'>,
  answers: readonly Pick<AnswerRecord, 'question' | 'answer' | 'detail'>[],
): Promise<void> {
  const rows = answers.map((one) => ({ id: tx.id('check_answer'), ...one }));
  await sql`
    INSERT INTO recruiting.check_answer (workspace_id, id, partner_id, question, answer, detail, at, by_actor)
    SELECT ${tx.workspaceId}::uuid, r.id, ${partnerId}, r.question, r.answer, r.detail, ${tx.now()}, ${tx.actor.id}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, question text, answer text, detail jsonb)`.execute(
    tx.db,
  );
}

const SHOWN = sql`
  SELECT e.id, e.partner_id AS "partnerId", e.subject, e.kind, e.says, e.source, e.seen_on AS "seenOn",
         e.added_at AS "addedAt", e.added_by AS "addedBy", v.verdict, v.how, v.at AS "verdictAt", v.by_actor AS "verdictBy"
  FROM recruiting.check_evidence e
  LEFT JOIN LATERAL (
    SELECT verdict, how, at, by_actor FROM recruiting.check_verdict v
    WHERE v.workspace_id = e.workspace_id AND v.evidence_id = e.id ORDER BY seq DESC LIMIT 1
  ) v ON true`;

/** What was shown about a partner, with the last word of whoever verified it; oldest first. */
export async function shownOf(tx: Tx, partnerId: Id<'partner'>): Promise<ShownRecord[]> {
  const { rows } = await sql<ShownRecord>`
    ${SHOWN} WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.partner_id = ${partnerId}
    ORDER BY e.added_at, e.id`.execute(tx.db);
  return rows;
}

export async function findShown(tx: Tx, id: Id<'check_evidence'>): Promise<ShownRecord | null> {
  const { rows } = await sql<ShownRecord>`
    ${SHOWN} WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function insertShown(
  tx: Tx,
  one: Pick<ShownRecord, 'id' | 'partnerId' | 'subject' | 'kind' | 'says' | 'source' | 'seenOn'>,
): Promise<void> {
  await sql`
    INSERT INTO recruiting.check_evidence (workspace_id, id, partner_id, subject, kind, says, source, seen_on, added_at,
      added_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.subject}, ${one.kind}, ${one.says}, ${one.source},
      ${one.seenOn}::date, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function insertVerdict(
  tx: Tx,
  one: { evidenceId: Id<'check_evidence'>; verdict: 'verified' | 'refuted'; how: string },
): Promise<void> {
  await sql`
    INSERT INTO recruiting.check_verdict (workspace_id, id, evidence_id, verdict, how, at, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${tx.id('check_verdict')}, ${one.evidenceId}, ${one.verdict}, ${one.how}, ${tx.now()},
      ${tx.actor.id})`.execute(tx.db);
}
