import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Purpose, TouchKind } from '../contract/week.ts';

export interface StepRecord {
  readonly id: Id<'next_step'>;
  readonly partnerId: Id<'partner'>;
  readonly text: string;
  readonly ownerMember: Id<'member'>;
  readonly dueOn: string;
  readonly sessionId: Id<'session'> | null;
  readonly doneAt: Date | null;
}
export type NamedStep = StepRecord & { readonly partnerName: string };

export interface NoteRecord {
  readonly id: Id<'weekly_note'>;
  readonly partnerId: Id<'partner'>;
  readonly weekOf: string;
  readonly fix: string;
  readonly nextStepId: Id<'next_step'>;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

const STEP = sql`
  s.id, s.partner_id AS "partnerId", s.text, s.owner_member AS "ownerMember", s.due_on AS "dueOn",
  s.session_id AS "sessionId", s.done_at AS "doneAt", p.name AS "partnerName"
  FROM rhythm.next_step s
  JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id`;

export async function insertStep(tx: Tx, one: StepRecord): Promise<void> {
  await sql`
    INSERT INTO rhythm.next_step (workspace_id, id, partner_id, text, owner_member, due_on, session_id, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.text}, ${one.ownerMember}, ${one.dueOn}::date,
      ${one.sessionId}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function stepsById(tx: Tx, ids: readonly string[]): Promise<NamedStep[]> {
  const { rows } = await sql<NamedStep>`
    SELECT ${STEP} WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ANY(${ids}::text[])`.execute(
    tx.db,
  );
  return rows;
}

/** Held till the end of the transaction, when it is still open. */
export async function lockOpenStep(
  tx: Tx,
  id: string,
): Promise<{ readonly partnerId: Id<'partner'>; readonly isOpen: boolean } | null> {
  const { rows } = await sql<{ partnerId: Id<'partner'>; isOpen: boolean }>`
    SELECT partner_id AS "partnerId", done_at IS NULL AND dropped_at IS NULL AS "isOpen" FROM rhythm.next_step
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function closeStep(tx: Tx, id: string, how: 'done' | 'dropped'): Promise<void> {
  await sql`
    UPDATE rhythm.next_step SET ${how === 'done' ? sql`done_at = ${tx.now()}, done_by = ${tx.actor.id}` : sql`dropped_at = ${tx.now()}`}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function pageOfSteps(
  tx: Tx,
  asked: {
    partnerId?: string | undefined;
    owner?: string | undefined;
    show: 'open' | 'done';
    after: Place | null;
    limit: number;
  },
): Promise<NamedStep[]> {
  const { after } = asked;
  const from = !after
    ? sql``
    : asked.show === 'open'
      ? sql`AND (s.due_on, s.id) > (${after.value}::date, ${after.id}::text)`
      : sql`AND (s.done_at, s.id) < (${after.value}::timestamptz, ${after.id}::text)`;
  const { rows } = await sql<NamedStep>`
    SELECT ${STEP} WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.dropped_at IS NULL
      AND (s.done_at IS NULL) = ${asked.show === 'open'} ${from}
      ${asked.partnerId ? sql`AND s.partner_id = ${asked.partnerId}` : sql``}
      ${asked.owner ? sql`AND s.owner_member = ${asked.owner}` : sql``}
    ORDER BY ${asked.show === 'open' ? sql`s.due_on, s.id` : sql`s.done_at DESC, s.id DESC`}
    LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Open steps of these days, for the calendar; `owner` narrows to one person's. */
export async function stepsBetween(
  tx: Tx,
  from: string,
  to: string,
  owner: string | null,
): Promise<NamedStep[]> {
  const { rows } = await sql<NamedStep>`
    SELECT ${STEP} WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.dropped_at IS NULL
      AND s.due_on BETWEEN ${from}::date AND ${to}::date ${owner ? sql`AND s.owner_member = ${owner}` : sql``}
    ORDER BY s.due_on, s.id LIMIT 501`.execute(tx.db);
  return rows;
}

export async function insertNote(tx: Tx, one: NoteRecord): Promise<void> {
  await sql`
    INSERT INTO rhythm.weekly_note (workspace_id, id, partner_id, week_of, fix, next_step_id, written_at, written_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.weekOf}::date, ${one.fix}, ${one.nextStepId},
      ${one.writtenAt}, ${one.writtenBy})`.execute(tx.db);
}

export async function pageOfNotes(
  tx: Tx,
  asked: {
    id?: string | undefined;
    partnerId?: string | undefined;
    after: Place | null;
    limit: number;
  },
): Promise<NoteRecord[]> {
  const { after } = asked;
  const { rows } = await sql<NoteRecord>`
    SELECT id, partner_id AS "partnerId", week_of AS "weekOf", fix, next_step_id AS "nextStepId",
      written_at AS "writtenAt", written_by AS "writtenBy"
    FROM rhythm.weekly_note
    WHERE workspace_id = ${tx.workspaceId}::uuid
      ${asked.id ? sql`AND id = ${asked.id}` : sql``}
      ${asked.partnerId ? sql`AND partner_id = ${asked.partnerId}` : sql``}
      ${after ? sql`AND (written_at, id) < (${after.value}::timestamptz, ${after.id}::text)` : sql``}
    ORDER BY written_at DESC, id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

export interface Touch {
  readonly id: Id<'touch'>;
  readonly partnerId: Id<'partner'> | null;
  readonly kind: TouchKind;
  readonly minutes: number;
  readonly purpose: Purpose;
  readonly ofId: string | null;
  readonly note: string | null;
}

export async function insertTouches(tx: Tx, touches: readonly Touch[]): Promise<void> {
  const by = tx.actor.type === 'person' ? tx.actor.id : null;
  await sql`
    INSERT INTO rhythm.touch (workspace_id, id, partner_id, at, kind, by_member, minutes, purpose, of_id, note)
    SELECT ${tx.workspaceId}::uuid, t.id, t."partnerId", ${tx.now()}, t.kind, ${by}, t.minutes, t.purpose, t."ofId", t.note
    FROM jsonb_to_recordset(${JSON.stringify(touches)}::jsonb)
      AS t(id text, "partnerId" text, kind text, minutes int, purpose text, "ofId" text, note text)`.execute(
    tx.db,
  );
}

export async function effortsBetween(tx: Tx, from: Date, to: Date) {
  const { rows } = await sql<{
    member: Id<'member'> | null;
    purpose: Purpose;
    minutes: number;
    touches: number;
  }>`
    SELECT by_member AS member, purpose, sum(minutes)::int AS minutes, count(*)::int AS touches FROM rhythm.touch
    WHERE workspace_id = ${tx.workspaceId}::uuid AND at >= ${from} AND at < ${to} AND taken_back_at IS NULL
    GROUP BY by_member, purpose ORDER BY by_member, purpose`.execute(tx.db);
  return rows;
}
