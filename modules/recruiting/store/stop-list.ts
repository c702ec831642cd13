import { sql } from 'kysely';
import type { Role } from '@mosty/identity/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { StopKeyKind } from '../contract/stop-list.ts';

export interface StopRecord {
  readonly id: Id<'stop_entry'>;
  readonly partnerId: Id<'partner'> | null;
  readonly name: string;
  readonly taxNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly site: string | null;
  readonly person: string | null;
  readonly reasonCode: string;
  readonly evidence: string;
  readonly evidenceLink: string | null;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly proposedRole: Role;
  readonly approved: boolean | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedRole: Role | null;
  readonly decisionNote: string | null;
  readonly offAskedAt: Date | null;
  readonly offAskedBy: string | null;
  readonly offAskedRole: Role | null;
  readonly offReason: string | null;
  readonly offAt: Date | null;
  readonly offBy: string | null;
  readonly offRole: Role | null;
}

const COLUMNS = sql`
  e.id, e.partner_id AS "partnerId", e.name, e.tax_number AS "taxNumber", e.phone, e.email, e.site, e.person,
  e.reason_code AS "reasonCode", e.evidence, e.evidence_link AS "evidenceLink", e.proposed_at AS "proposedAt",
  e.proposed_by AS "proposedBy", e.proposed_role AS "proposedRole", e.approved, e.decided_at AS "decidedAt",
  e.decided_by AS "decidedBy", e.decided_role AS "decidedRole", e.decision_note AS "decisionNote",
  e.off_asked_at AS "offAskedAt", e.off_asked_by AS "offAskedBy", e.off_asked_role AS "offAskedRole",
  e.off_reason AS "offReason", e.off_at AS "offAt", e.off_by AS "offBy", e.off_role AS "offRole"`;
/** Approved and not taken off: what gates and strangers are matched against. */
const IN_FORCE = sql`e.approved AND e.off_at IS NULL`;

export interface StopFilter {
  readonly show: 'waiting' | 'standing' | 'past' | 'all';
  readonly partnerId?: string | undefined;
  readonly after: Place | null;
  readonly limit: number;
}

/** One row more than `limit` says there is a next page. */
export async function pageOfStops(tx: Tx, asked: StopFilter): Promise<StopRecord[]> {
  const shown = {
    waiting: sql`AND (e.approved IS NULL OR (e.off_asked_at IS NOT NULL AND e.off_at IS NULL))`,
    standing: sql`AND ${IN_FORCE}`,
    past: sql`AND (e.approved = false OR e.off_at IS NOT NULL)`,
    all: sql``,
  }[asked.show];
  const { after } = asked;
  const { rows } = await sql<StopRecord>`
    SELECT ${COLUMNS} FROM recruiting.stop_entry e WHERE e.workspace_id = ${tx.workspaceId}::uuid ${shown}
      ${asked.partnerId ? sql`AND e.partner_id = ${asked.partnerId}` : sql``}
      ${after ? sql`AND (e.proposed_at, e.id) < (${after.value}::timestamptz, ${after.id}::text)` : sql``}
    ORDER BY e.proposed_at DESC, e.id DESC LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockStop(tx: Tx, id: string): Promise<StopRecord | undefined> {
  const { rows } = await sql<StopRecord>`
    SELECT ${COLUMNS} FROM recruiting.stop_entry e
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function findStop(tx: Tx, id: string): Promise<StopRecord | undefined> {
  const { rows } = await sql<StopRecord>`
    SELECT ${COLUMNS} FROM recruiting.stop_entry e
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.id = ${id}`.execute(tx.db);
  return rows[0];
}

/** Of this partner by name: proposed or in force. */
export async function stopOfPartner(tx: Tx, partnerId: string): Promise<StopRecord | undefined> {
  const { rows } = await sql<StopRecord>`
    SELECT ${COLUMNS} FROM recruiting.stop_entry e
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.partner_id = ${partnerId}
      AND e.approved IS NOT FALSE AND e.off_at IS NULL`.execute(tx.db);
  return rows[0];
}

/** The entry of this partner that two people took off last. */
export async function lastTakenOff(tx: Tx, partnerId: string): Promise<StopRecord | undefined> {
  const { rows } = await sql<StopRecord>`
    SELECT ${COLUMNS} FROM recruiting.stop_entry e
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.partner_id = ${partnerId} AND e.off_at IS NOT NULL
    ORDER BY e.off_at DESC LIMIT 1`.execute(tx.db);
  return rows[0];
}

/** What an entry is recognised by. */
export interface StopKey {
  readonly kind: StopKeyKind;
  readonly key: string;
}

export async function insertStop(tx: Tx, one: StopRecord, keys: readonly StopKey[]): Promise<void> {
  await sql`
    INSERT INTO recruiting.stop_entry (workspace_id, id, partner_id, name, tax_number, phone, email, site, person,
      reason_code, evidence, evidence_link, proposed_at, proposed_by, proposed_role)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.name}, ${one.taxNumber}, ${one.phone},
      ${one.email}, ${one.site}, ${one.person}, ${one.reasonCode}, ${one.evidence}, ${one.evidenceLink},
      ${one.proposedAt}, ${one.proposedBy}, ${one.proposedRole})`.execute(tx.db);
  await sql`
    INSERT INTO recruiting.stop_key (workspace_id, entry_id, kind, key)
    SELECT ${tx.workspaceId}::uuid, ${one.id}, k.kind, k.key
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS k(kind text, key text)`.execute(tx.db);
}

export async function saveStop(tx: Tx, one: StopRecord): Promise<void> {
  await sql`
    UPDATE recruiting.stop_entry
    SET approved = ${one.approved}, decided_at = ${one.decidedAt}, decided_by = ${one.decidedBy},
      decided_role = ${one.decidedRole}, decision_note = ${one.decisionNote}, off_asked_at = ${one.offAskedAt},
      off_asked_by = ${one.offAskedBy}, off_asked_role = ${one.offAskedRole}, off_reason = ${one.offReason},
      off_at = ${one.offAt}, off_by = ${one.offBy}, off_role = ${one.offRole}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}

export interface FoundStop {
  readonly entryId: Id<'stop_entry'>;
  readonly partnerId: Id<'partner'> | null;
  readonly name: string;
  readonly reasonCode: string;
  readonly by: readonly StopKeyKind[];
}

/** Entries in force that share a key with these, and the entry of the partner itself. */
export async function stopsByKeys(
  tx: Tx,
  keys: readonly StopKey[],
  partnerId: string | null = null,
): Promise<FoundStop[]> {
  const { rows } = await sql<FoundStop>`
    SELECT e.id AS "entryId", e.partner_id AS "partnerId", e.name, e.reason_code AS "reasonCode",
      COALESCE(array_agg(DISTINCT k.kind ORDER BY k.kind) FILTER (WHERE k.kind IS NOT NULL), '{}') AS by
    FROM recruiting.stop_entry e
    LEFT JOIN (
      SELECT s.entry_id, s.kind FROM recruiting.stop_key s
      JOIN jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS asked(kind text, key text)
        ON asked.kind = s.kind AND asked.key = s.key
      WHERE s.workspace_id = ${tx.workspaceId}::uuid
    ) k ON k.entry_id = e.id
    WHERE e.workspace_id = ${tx.workspaceId}::uuid AND ${IN_FORCE}
      AND (k.entry_id IS NOT NULL OR e.partner_id = ${partnerId}::text)
    GROUP BY e.workspace_id, e.id ORDER BY e.id`.execute(tx.db);
  return rows;
}

export async function namesakesOf(tx: Tx, partnerId: string): Promise<Set<string>> {
  const { rows } = await sql<{ entryId: string }>`
    SELECT entry_id AS "entryId" FROM recruiting.stop_namesake
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}`.execute(tx.db);
  return new Set(rows.map(({ entryId }) => entryId));
}

export async function insertNamesake(
  tx: Tx,
  one: { entryId: string; partnerId: string; reason: string },
): Promise<void> {
  await sql`
    INSERT INTO recruiting.stop_namesake (workspace_id, entry_id, partner_id, reason, said_at, said_by)
    VALUES (${tx.workspaceId}::uuid, ${one.entryId}, ${one.partnerId}, ${one.reason}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT DO NOTHING`.execute(tx.db);
}
