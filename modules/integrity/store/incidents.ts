import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Severity } from '../contract/signs.ts';

export interface IncidentRecord {
  readonly id: Id<'incident'>;
  readonly flagId: Id<'flag'> | null;
  readonly partnerId: Id<'partner'>;
  readonly severity: Severity;
  readonly at: Date;
  readonly whatBroke: string | null;
  readonly howFixed: string | null;
  readonly whoAnswers: string | null;
  readonly dueOn: string | null;
  readonly fixedOn: string | null;
  readonly verifiedHow: string | null;
  readonly closedAt: Date | null;
}

const INCIDENT = sql`
  id, flag_id AS "flagId", partner_id AS "partnerId", severity, at, what_broke AS "whatBroke", how_fixed AS "howFixed",
  who_answers AS "whoAnswers", due_on::text AS "dueOn", fixed_on::text AS "fixedOn", verified_how AS "verifiedHow",
  closed_at AS "closedAt"`;

export async function incidentOfFlag(tx: Tx, flagId: string): Promise<IncidentRecord | null> {
  const { rows } = await sql<IncidentRecord>`
    SELECT ${INCIDENT} FROM integrity.incident
    WHERE workspace_id = ${tx.workspaceId}::uuid AND flag_id = ${flagId}`.execute(tx.db);
  return rows[0] ?? null;
}

export async function findIncident(tx: Tx, id: string): Promise<IncidentRecord | null> {
  const { rows } = await sql<IncidentRecord>`
    SELECT ${INCIDENT} FROM integrity.incident
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0] ?? null;
}

export async function openIncidents(tx: Tx, partnerId: string): Promise<IncidentRecord[]> {
  const { rows } = await sql<IncidentRecord>`
    SELECT ${INCIDENT} FROM integrity.incident
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND closed_at IS NULL`.execute(
    tx.db,
  );
  return rows;
}

export async function saveIncident(tx: Tx, one: IncidentRecord): Promise<void> {
  await sql`
    INSERT INTO integrity.incident (workspace_id, id, flag_id, partner_id, severity, at, opened_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.flagId}, ${one.partnerId}, ${one.severity}, ${one.at}, ${tx.actor.id})
    ON CONFLICT (workspace_id, id) DO UPDATE SET what_broke = ${one.whatBroke}, how_fixed = ${one.howFixed},
      who_answers = ${one.whoAnswers}, due_on = ${one.dueOn}::date, fixed_on = ${one.fixedOn}::date,
      verified_how = ${one.verifiedHow}, closed_at = ${one.closedAt},
      verified_by = CASE WHEN ${one.closedAt}::timestamptz IS NULL THEN NULL ELSE ${tx.actor.id} END`.execute(
    tx.db,
  );
}
