import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';
import type { StopKeyKind } from '../contract/stop-list.ts';
import type { MeetingDecision, MetIn } from '../contract/stop-meetings.ts';
import type { StopKey } from './stop-list.ts';

export interface NewStopMeeting {
  readonly id: Id<'stop_meeting'>;
  readonly entryId: Id<'stop_entry'>;
  readonly metIn: MetIn;
  readonly subjectId: string;
  readonly partnerId: Id<'partner'> | null;
  readonly who: string | null;
  readonly by: readonly StopKeyKind[];
  /** More than a name was the same. */
  readonly sure: boolean;
  readonly metAt: Date;
}

export interface StopMeetingRecord extends NewStopMeeting {
  readonly entryName: string;
  readonly reasonCode: string;
  readonly decision: MeetingDecision | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly note: string | null;
}

const COLUMNS = sql`
  m.id, m.entry_id AS "entryId", m.met_in AS "metIn", m.subject_id AS "subjectId", m.partner_id AS "partnerId", m.who,
  m.met_by AS by, m.sure, m.met_at AS "metAt", e.name AS "entryName", e.reason_code AS "reasonCode", m.decision,
  m.decided_at AS "decidedAt", m.decided_by AS "decidedBy", m.note`;
const FROM = sql`
  recruiting.stop_meeting m JOIN recruiting.stop_entry e ON e.workspace_id = m.workspace_id AND e.id = m.entry_id`;

/** One row more than `limit` says there is a next page. */
export async function pageOfMeetings(
  tx: Tx,
  asked: { show: 'waiting' | 'decided' | 'all'; after: Place | null; limit: number },
): Promise<StopMeetingRecord[]> {
  const shown = {
    waiting: sql`AND m.decision IS NULL`,
    decided: sql`AND m.decision IS NOT NULL`,
    all: sql``,
  }[asked.show];
  const { after } = asked;
  const { rows } = await sql<StopMeetingRecord>`
    SELECT ${COLUMNS} FROM ${FROM} WHERE m.workspace_id = ${tx.workspaceId}::uuid ${shown}
      ${after ? sql`AND (m.met_at, m.id) < (${after.value}::timestamptz, ${after.id}::text)` : sql``}
    ORDER BY m.met_at DESC, m.id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockMeeting(tx: Tx, id: string): Promise<StopMeetingRecord | undefined> {
  const { rows } = await sql<StopMeetingRecord>`
    SELECT ${COLUMNS} FROM ${FROM} WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.id = ${id}
    FOR UPDATE OF m`.execute(tx.db);
  return rows[0];
}

export async function saveMeeting(tx: Tx, one: StopMeetingRecord): Promise<void> {
  await sql`
    UPDATE recruiting.stop_meeting SET decision = ${one.decision}, decided_at = ${one.decidedAt},
      decided_by = ${one.decidedBy}, note = ${one.note}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}

/** Whether anybody stands on the list at all: most companies have nobody, and nothing is looked up for them. */
export async function hasStops(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ any: boolean }>`
    SELECT EXISTS (SELECT FROM recruiting.stop_entry
      WHERE workspace_id = ${tx.workspaceId}::uuid AND approved AND off_at IS NULL) AS any`.execute(tx.db);
  return rows[0]?.any ?? false;
}

export interface MetStop {
  /** Which of the lists of keys. */
  readonly place: number;
  readonly entryId: Id<'stop_entry'>;
  readonly entryName: string;
  /** Whom the entry names as a partner. */
  readonly namesPartnerId: string | null;
  readonly by: readonly StopKeyKind[];
  readonly listedAt: Date;
}

/** Entries in force that share a key with each of these lists. */
export async function stopsByKeyLists(tx: Tx, lists: readonly (readonly StopKey[])[]): Promise<MetStop[]> {
  const asked = lists.flatMap((keys, place) => keys.map(({ kind, key }) => ({ place, kind, key })));
  const { rows } = await sql<MetStop>`
    SELECT asked.place, e.id AS "entryId", e.name AS "entryName", e.partner_id AS "namesPartnerId",
      array_agg(DISTINCT s.kind ORDER BY s.kind) AS by, e.decided_at AS "listedAt"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked(place int, kind text, key text)
    JOIN recruiting.stop_key s
      ON s.workspace_id = ${tx.workspaceId}::uuid AND s.kind = asked.kind AND s.key = asked.key
    JOIN recruiting.stop_entry e ON e.workspace_id = s.workspace_id AND e.id = s.entry_id
    WHERE e.approved AND e.off_at IS NULL
    GROUP BY asked.place, e.workspace_id, e.id ORDER BY asked.place, e.id`.execute(tx.db);
  return rows;
}

/**
 * Each once, and once more when what was met by name is met for sure. Who was told apart from the entry, or waits for a
 * word already by the same name at the same partner, is not met again by less. @returns ids of those written
 */
export async function insertMeetings(tx: Tx, met: readonly NewStopMeeting[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO recruiting.stop_meeting
      (workspace_id, id, entry_id, met_in, subject_id, partner_id, who, met_by, sure, met_at)
    SELECT ${tx.workspaceId}::uuid, n.id, n."entryId", n."metIn", n."subjectId", n."partnerId", n.who, n.by, n.sure, n."metAt"
    FROM jsonb_to_recordset(${JSON.stringify(met)}::jsonb) AS n(id text, "entryId" text, "metIn" text, "subjectId" text,
      "partnerId" text, who text, by text[], sure boolean, "metAt" timestamptz)
    WHERE NOT EXISTS (
        SELECT FROM recruiting.stop_meeting m
        WHERE m.workspace_id = ${tx.workspaceId}::uuid AND m.entry_id = n."entryId" AND m.sure >= n.sure
          AND (m.subject_id = n."subjectId" OR (m.partner_id IS NOT DISTINCT FROM n."partnerId"
            AND lower(m.who) = lower(n.who) AND m.decision IS DISTINCT FROM 'same')))
      AND NOT EXISTS (
        SELECT FROM recruiting.stop_namesake a
        WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.entry_id = n."entryId" AND a.partner_id = n."partnerId"
          AND n."metIn" = 'partner' AND NOT n.sure)
    ON CONFLICT (workspace_id, entry_id, subject_id, sure) DO NOTHING
    RETURNING id`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Partners that are not put away or deals that are not over: who is here already, the next of them after an id. */
export async function nextHere(
  tx: Tx,
  door: Exclude<MetIn, 'invitation'>,
  after: string,
  limit: number,
): Promise<string[]> {
  const here = {
    partner: sql`directory.v_partner WHERE archived_at IS NULL`,
    deal: sql`deals.v_deal WHERE outcome IS NULL`,
  }[door];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ${here} AND workspace_id = ${tx.workspaceId}::uuid AND id > ${after}
    ORDER BY id LIMIT ${limit}`.execute(tx.db);
  return rows.map(({ id }) => id);
}

export interface RegisteredDeal {
  readonly id: Id<'deal'>;
  readonly partnerId: Id<'partner'> | null;
  readonly clientId: Id<'client'> | null;
}

export async function dealsNamed(tx: Tx, ids: readonly string[]): Promise<RegisteredDeal[]> {
  const { rows } = await sql<RegisteredDeal>`
    SELECT id, partner_id AS "partnerId", client_id AS "clientId" FROM deals.v_deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[]) ORDER BY id`.execute(tx.db);
  return rows;
}
