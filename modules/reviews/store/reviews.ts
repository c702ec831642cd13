import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Decision, Document, Point, State } from '../contract.ts';

export interface ReviewRecord {
  readonly id: Id<'review'>;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly ownerMemberId: Id<'member'> | null;
  readonly quarter: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly document: Document | null;
  readonly shownAt: Date | null;
  readonly decision: Decision | null;
  readonly reason: string | null;
  readonly goals: readonly string[] | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
}

export const stateOf = (of: Pick<ReviewRecord, 'shownAt' | 'decidedAt' | 'signedAt'>): State =>
  of.signedAt ? 'signed' : of.decidedAt ? 'decided' : of.shownAt ? 'shown' : 'open';

const SELECT = sql`
  SELECT r.id, r.partner_id AS "partnerId", p.name AS "partnerName", p.owner_member_id AS "ownerMemberId", r.quarter, r.due_on AS "dueOn",
         r.document, r.shown_at AS "shownAt", r.decision, r.reason, r.goals, r.decided_at AS "decidedAt", r.decided_by AS "decidedBy",
         r.signed_at AS "signedAt", r.signed_by AS "signedBy"
  FROM reviews.review r JOIN directory.v_partner p ON p.workspace_id = r.workspace_id AND p.id = r.partner_id`;

const IN_STATE = {
  open: sql`r.shown_at IS NULL`,
  shown: sql`r.shown_at IS NOT NULL AND r.decided_at IS NULL`,
  decided: sql`r.decided_at IS NOT NULL AND r.signed_at IS NULL`,
  signed: sql`r.signed_at IS NOT NULL`,
} as const;

export interface Asked {
  readonly state?: State | undefined;
  readonly partnerId?: string | undefined;
  /** People of a partner see what was shown to them. */
  readonly shownOnly: boolean;
  readonly after?: Place | undefined;
  readonly limit: number;
}

/** What is not signed comes first, the soonest due of it; one more than asked tells that there is more. */
export async function pageOfReviews(tx: Tx, asked: Asked): Promise<ReviewRecord[]> {
  const place = sql`(CASE WHEN r.signed_at IS NULL THEN '0' ELSE '1' END || r.due_on)`;
  const { rows } = await sql<ReviewRecord>`
    ${SELECT}
    WHERE r.workspace_id = ${tx.workspaceId}::uuid
      AND ${asked.state ? IN_STATE[asked.state] : sql`TRUE`}
      AND (${asked.partnerId ?? null}::text IS NULL OR r.partner_id = ${asked.partnerId ?? null})
      AND (NOT ${asked.shownOnly} OR r.shown_at IS NOT NULL)
      AND (${asked.after?.value ?? null}::text IS NULL OR (${place}, r.id) > (${asked.after?.value ?? null}, ${asked.after?.id ?? null}))
    ORDER BY ${place}, r.id LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export const placeOf = (row: ReviewRecord): Place => ({
  value: `${row.signedAt ? '1' : '0'}${row.dueOn}`,
  id: row.id,
});

export async function findReview(tx: Tx, id: string): Promise<ReviewRecord | null> {
  const { rows } = await sql<ReviewRecord>`
    ${SELECT} WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.id = ${id}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Locked till the end of the transaction: whoever acts on it waits for the one before. */
export async function lockReview(tx: Tx, id: string): Promise<ReviewRecord | null> {
  await sql`SELECT FROM reviews.review WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return findReview(tx, id);
}

/** A review for every partner that worked with us before the quarter was over; those there are stay. */
export async function planQuarter(
  tx: Tx,
  of: { from: BusinessDate; to: BusinessDate; dueOn: BusinessDate; partnerId?: Id<'partner'> },
): Promise<Id<'review'>[]> {
  const { rows } = await sql<{ partnerId: Id<'partner'> }>`
    SELECT s.partner_id AS "partnerId" FROM lifecycle.v_standing s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.stage IN ('working', 'review', 'paused')
      AND (${of.partnerId ?? null}::text IS NULL OR s.partner_id = ${of.partnerId ?? null})
      AND EXISTS (SELECT FROM agreements.v_agreement a WHERE a.workspace_id = s.workspace_id AND a.partner_id = s.partner_id
        AND a.launched_on < ${of.to}::date AND a.ended_at IS NULL)
      AND NOT EXISTS (SELECT FROM reviews.review r WHERE r.workspace_id = s.workspace_id AND r.partner_id = s.partner_id
        AND r.quarter = ${of.from}::date)
    ORDER BY s.partner_id`.execute(tx.db);
  const made = rows.map(({ partnerId }) => ({ id: tx.id('review'), partner_id: partnerId }));
  if (made.length === 0) return [];
  await sql`
    INSERT INTO reviews.review (workspace_id, id, partner_id, quarter, due_on, created_at)
    SELECT ${tx.workspaceId}::uuid, m.id, m.partner_id, ${of.from}::date, ${of.dueOn}::date, ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS m(id text, partner_id text)
    ON CONFLICT (workspace_id, partner_id, quarter) DO NOTHING`.execute(tx.db);
  return made.map(({ id }) => id);
}

export async function saveDocument(tx: Tx, id: string, document: Document): Promise<void> {
  await sql`
    UPDATE reviews.review SET document = ${JSON.stringify(document)}::jsonb, shown_at = ${tx.now()}, shown_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function saveDecision(
  tx: Tx,
  id: string,
  said: { decision: Decision; reason: string; goals: readonly string[] },
): Promise<void> {
  await sql`
    UPDATE reviews.review SET decision = ${said.decision}, reason = ${said.reason}, goals = ${said.goals}::text[],
      decided_at = ${tx.now()}, decided_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function saveSignature(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE reviews.review SET signed_at = ${tx.now()}, signed_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export interface Remark {
  readonly no: number;
  readonly point: Point;
  readonly side: 'ours' | 'theirs';
  readonly text: string;
  readonly authorId: string;
  readonly at: Date;
}

export async function remarksOf(tx: Tx, id: string): Promise<Remark[]> {
  const { rows } = await sql<Remark>`
    SELECT no, point, side, text, author_id AS "authorId", at FROM reviews.remark
    WHERE workspace_id = ${tx.workspaceId}::uuid AND review_id = ${id} ORDER BY no`.execute(tx.db);
  return rows;
}

/** The review is locked by whoever says it: numbers run without a gap. */
export async function insertRemark(
  tx: Tx,
  of: Pick<ReviewRecord, 'id' | 'partnerId'>,
  said: Pick<Remark, 'point' | 'side' | 'text'>,
): Promise<void> {
  await sql`
    INSERT INTO reviews.remark (workspace_id, review_id, no, partner_id, point, side, text, author_id, at)
    SELECT ${tx.workspaceId}::uuid, ${of.id}, COALESCE(max(no), 0) + 1, ${of.partnerId}, ${said.point}, ${said.side}, ${said.text},
           ${tx.actor.id}, ${tx.now()}
    FROM reviews.remark WHERE workspace_id = ${tx.workspaceId}::uuid AND review_id = ${of.id}`.execute(tx.db);
}
