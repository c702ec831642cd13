import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Department } from '../contract/agreement.ts';
import type { Kind, ReportingClass } from '../contract/classes.ts';

export interface AgreementRecord {
  readonly id: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly class: ReportingClass;
  readonly kind: Kind;
  readonly classReason: string | null;
  readonly number: string | null;
  readonly clientId: Id<'client'> | null;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate | null;
  readonly createdAt: Date;
  readonly acceptedAt: Date | null;
  readonly signedOn: BusinessDate | null;
  readonly launchedOn: BusinessDate | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly currentVersion: number;
  readonly department: Department | null;
}

const COLUMNS = sql`
  id, partner_id AS "partnerId", class, kind, class_reason AS "classReason", number, client_id AS "clientId",
  starts_on AS "startsOn", ends_on AS "endsOn", created_at AS "createdAt", accepted_at AS "acceptedAt",
  signed_on AS "signedOn", launched_on AS "launchedOn", ended_at AS "endedAt", end_reason AS "endReason",
  current_version AS "currentVersion", department`;

export async function findAgreement(tx: Tx, id: Id<'agreement'>): Promise<AgreementRecord | undefined> {
  const { rows } = await sql<AgreementRecord>`
    SELECT ${COLUMNS} FROM agreements.agreement WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

export async function lockAgreement(tx: Tx, id: Id<'agreement'>): Promise<AgreementRecord | undefined> {
  const { rows } = await sql<AgreementRecord>`
    SELECT ${COLUMNS} FROM agreements.agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

/** Open ones first, then by start, newest first. */
export async function agreementsOf(tx: Tx, partnerIds: readonly string[]): Promise<AgreementRecord[]> {
  const { rows } = await sql<AgreementRecord>`
    SELECT ${COLUMNS} FROM agreements.agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[])
    ORDER BY ended_at IS NOT NULL, starts_on DESC, id DESC`.execute(tx.db);
  return rows;
}

export async function insertAgreements(tx: Tx, agreements: readonly AgreementRecord[]): Promise<void> {
  if (agreements.length === 0) return;
  await sql`
    INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, class_reason, number, client_id,
      starts_on, ends_on, created_at, accepted_at, signed_on, launched_on, current_version)
    SELECT ${tx.workspaceId}::uuid, r.id, r."partnerId", r.class, r.kind, r."classReason", r.number, r."clientId",
      r."startsOn", r."endsOn", r."createdAt", r."acceptedAt", r."signedOn", r."launchedOn", r."currentVersion"
    FROM jsonb_to_recordset(${JSON.stringify(agreements)}::jsonb) AS r(id text, "partnerId" text, class text, kind text,
      "classReason" text, number text, "clientId" text, "startsOn" date, "endsOn" date, "createdAt" timestamptz,
      "acceptedAt" timestamptz, "signedOn" date, "launchedOn" date, "currentVersion" int)`.execute(tx.db);
}

export async function saveAgreement(tx: Tx, agreement: AgreementRecord): Promise<void> {
  await sql`
    UPDATE agreements.agreement SET
      accepted_at = ${agreement.acceptedAt}, launched_on = ${agreement.launchedOn},
      current_version = ${agreement.currentVersion}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${agreement.id}`.execute(tx.db);
}

export async function saveDepartment(tx: Tx, id: string, department: Department): Promise<void> {
  await sql`
    UPDATE agreements.agreement SET department = ${department}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function saveEnd(tx: Tx, agreement: AgreementRecord): Promise<void> {
  await sql`
    UPDATE agreements.agreement SET ended_at = ${agreement.endedAt}, end_reason = ${agreement.endReason}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${agreement.id}`.execute(tx.db);
}

export async function saveClass(tx: Tx, agreement: AgreementRecord): Promise<void> {
  await sql`
    UPDATE agreements.agreement SET class = ${agreement.class}, kind = ${agreement.kind}, client_id = ${agreement.clientId},
      class_reason = ${agreement.classReason},
      department = CASE WHEN ${agreement.class} = 'alliance' THEN department END
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${agreement.id}`.execute(tx.db);
}

/** Of these clients, those with an open referral agreement. */
export async function referringClients(tx: Tx, clientIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT client_id AS id FROM agreements.agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${clientIds}::text[])
      AND class = 'referral' AND ended_at IS NULL`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

export async function countReferrals(tx: Tx): Promise<number> {
  const { rows } = await sql<{ used: bigint }>`
    SELECT count(*) AS used FROM agreements.agreement
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class = 'referral' AND ended_at IS NULL`.execute(tx.db);
  return Number(rows[0]?.used ?? 0n);
}
