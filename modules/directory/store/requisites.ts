import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface RequisitesRecord {
  readonly id: Id<'requisites'>;
  readonly partnerId: Id<'partner'>;
  readonly version: number;
  readonly country: string;
  readonly legalForm: string;
  readonly legalName: string;
  readonly taxNumber: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly bank: Readonly<Record<string, string>>;
  readonly frozenUntil: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly verdict: 'verified' | 'rejected' | null;
  readonly verdictNote: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

const COLUMNS = sql`
  r.id, r.partner_id AS "partnerId", r.version, r.country, r.legal_form AS "legalForm", r.legal_name AS "legalName",
  r.tax_number AS "taxNumber", r.fields, r.bank, r.frozen_until AS "frozenUntil", r.created_at AS "createdAt",
  r.created_by AS "createdBy", v.verdict, v.note AS "verdictNote", v.decided_by AS "decidedBy", v.decided_at AS "decidedAt"`;
const WITH_VERDICT = sql`
  directory.requisites r
  LEFT JOIN directory.requisites_verdict v ON v.workspace_id = r.workspace_id AND v.requisites_id = r.id`;

/** Newest first. */
export async function requisitesOf(tx: Tx, partnerId: Id<'partner'>): Promise<RequisitesRecord[]> {
  const { rows } = await sql<RequisitesRecord>`
    SELECT ${COLUMNS} FROM ${WITH_VERDICT}
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.partner_id = ${partnerId} ORDER BY r.version DESC`.execute(
    tx.db,
  );
  return rows;
}

/** The newest version of each of these partners, whatever finance said of it. */
export async function newestRequisites(tx: Tx, partnerIds: readonly string[]): Promise<RequisitesRecord[]> {
  const { rows } = await sql<RequisitesRecord>`
    SELECT DISTINCT ON (r.partner_id) ${COLUMNS} FROM ${WITH_VERDICT}
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.partner_id = ANY(${partnerIds}::text[])
    ORDER BY r.partner_id, r.version DESC`.execute(tx.db);
  return rows;
}

/** These very versions, whatever was written since. */
export async function requisitesByIds(tx: Tx, ids: readonly Id<'requisites'>[]): Promise<RequisitesRecord[]> {
  const { rows } = await sql<RequisitesRecord>`
    SELECT ${COLUMNS} FROM ${WITH_VERDICT}
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.id = ANY(${ids}::text[])`.execute(tx.db);
  return rows;
}

export async function findRequisites(tx: Tx, id: Id<'requisites'>): Promise<RequisitesRecord | undefined> {
  const { rows } = await sql<RequisitesRecord>`
    SELECT ${COLUMNS} FROM ${WITH_VERDICT}
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.id = ${id}`.execute(tx.db);
  return rows[0];
}

export async function insertRequisites(tx: Tx, one: RequisitesRecord): Promise<void> {
  await sql`
    INSERT INTO directory.requisites (workspace_id, id, partner_id, version, country, legal_form, legal_name, tax_number,
      fields, bank, frozen_until, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.version}, ${one.country}, ${one.legalForm},
      ${one.legalName}, ${one.taxNumber}, ${JSON.stringify(one.fields)}::jsonb, ${JSON.stringify(one.bank)}::jsonb,
      ${one.frozenUntil}, ${one.createdAt}, ${one.createdBy})`.execute(tx.db);
}

export async function insertVerdict(
  tx: Tx,
  of: RequisitesRecord,
  verdict: 'verified' | 'rejected',
  note: string | null,
): Promise<void> {
  await sql`
    INSERT INTO directory.requisites_verdict (workspace_id, requisites_id, partner_id, verdict, note, written_by, decided_by, decided_at)
    VALUES (${tx.workspaceId}::uuid, ${of.id}, ${of.partnerId}, ${verdict}, ${note}, ${of.createdBy}, ${tx.actor.id}, ${tx.now()})`.execute(
    tx.db,
  );
}
