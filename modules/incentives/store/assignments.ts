import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Assignment } from '../domain/scheme-book.ts';

export interface KeptAssignment extends Assignment {
  readonly id: Id<'assignment'>;
  readonly partnerId: Id<'partner'>;
}

const COLUMNS = sql`
  id, agreement_id AS "agreementId", partner_id AS "partnerId", role, scheme_id AS "schemeId",
  valid_from AS "validFrom", valid_to AS "validTo"`;

export async function assignmentsOf(tx: Tx, agreementIds: readonly string[]): Promise<KeptAssignment[]> {
  if (agreementIds.length === 0) return [];
  const { rows } = await sql<KeptAssignment>`
    SELECT ${COLUMNS} FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${agreementIds}::text[])
    ORDER BY valid_from`.execute(tx.db);
  return rows;
}

/**
 * Holds agreements whose pay looks back until the commit: two batches then reach levels and limits one after the
 * other. In the order of ids, so that they never wait for each other in a circle.
 */
export async function lockAssignments(tx: Tx, agreementIds: readonly string[]): Promise<void> {
  if (agreementIds.length === 0) return;
  await sql`
    SELECT id FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${agreementIds}::text[])
    ORDER BY id FOR UPDATE`.execute(tx.db);
}

export async function assignmentsInForce(tx: Tx, day: BusinessDate): Promise<KeptAssignment[]> {
  const { rows } = await sql<KeptAssignment>`
    SELECT ${COLUMNS} FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND valid_from <= ${day} ORDER BY id`.execute(tx.db);
  return rows;
}

export async function insertAssignment(tx: Tx, assignment: KeptAssignment): Promise<void> {
  await sql`
    INSERT INTO incentives.scheme_assignment (workspace_id, id, agreement_id, partner_id, role, scheme_id, valid_from,
      valid_to, assigned_by, created_at)
    VALUES (${tx.workspaceId}::uuid, ${assignment.id}, ${assignment.agreementId}, ${assignment.partnerId},
      ${assignment.role}, ${assignment.schemeId}, ${assignment.validFrom}, ${assignment.validTo}, ${tx.actor.id},
      ${tx.now()})`.execute(tx.db);
}

export async function endAssignment(tx: Tx, id: string, validTo: BusinessDate): Promise<void> {
  await sql`
    UPDATE incentives.scheme_assignment SET valid_to = ${validTo}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** An assignment that would begin on or after the day it ends has never been in force. */
export async function deleteAssignment(tx: Tx, id: string): Promise<void> {
  await sql`
    DELETE FROM incentives.scheme_assignment WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
}

export interface AgreementFact {
  readonly id: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly class: string;
  readonly startsOn: BusinessDate;
  readonly endedAt: Date | null;
}

export async function findAssignment(tx: Tx, id: string): Promise<KeptAssignment | undefined> {
  const { rows } = await sql<KeptAssignment>`
    SELECT ${COLUMNS} FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function agreementsByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, AgreementFact>> {
  const { rows } = await sql<AgreementFact>`
    SELECT id, partner_id AS "partnerId", class, starts_on AS "startsOn", ended_at AS "endedAt"
    FROM agreements.v_agreement WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function assignmentsOfPartners(
  tx: Tx,
  partnerIds: readonly string[],
): Promise<KeptAssignment[]> {
  const { rows } = await sql<KeptAssignment>`
    SELECT ${COLUMNS} FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[])`.execute(tx.db);
  return rows;
}

/** The agreements' assignments, held until the commit: what is assigned follows what was. */
export async function lockAssignmentsOf(tx: Tx, agreementIds: readonly string[]): Promise<KeptAssignment[]> {
  const { rows } = await sql<KeptAssignment>`
    SELECT ${COLUMNS} FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ANY(${agreementIds}::text[])
    ORDER BY id FOR UPDATE`.execute(tx.db);
  return rows;
}

/** Agreements that the scheme pays on the day or will pay after it. */
export async function agreementsPaidFrom(
  tx: Tx,
  schemeId: string,
  day: BusinessDate,
): Promise<Id<'agreement'>[]> {
  const { rows } = await sql<{ id: Id<'agreement'> }>`
    SELECT DISTINCT agreement_id AS id FROM incentives.scheme_assignment
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scheme_id = ${schemeId} AND (valid_to IS NULL OR valid_to > ${day})
    ORDER BY id`.execute(tx.db);
  return rows.map((row) => row.id);
}
