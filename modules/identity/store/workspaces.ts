import { sql } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Language } from '../contract/me.ts';

export interface Workspace {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly legalName: string | null;
  readonly zone: string;
  readonly currency: string;
  readonly language: Language;
  readonly isDemo: boolean;
  readonly createdAt: Date;
}

export async function findWorkspace(tx: Tx): Promise<Workspace | undefined> {
  const { rows } = await sql<Workspace>`
    SELECT workspace_id AS id, name, legal_name AS "legalName", zone, currency, language, is_demo AS "isDemo",
           created_at AS "createdAt"
    FROM identity.workspace WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0];
}

export async function insertWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await sql`
    INSERT INTO identity.workspace (workspace_id, name, legal_name, zone, currency, language, is_demo, created_at)
    VALUES (${workspace.id}::uuid, ${workspace.name}, ${workspace.legalName}, ${workspace.zone}, ${workspace.currency},
            ${workspace.language}, ${workspace.isDemo}, ${workspace.createdAt})`.execute(tx.db);
}

export async function saveWorkspace(tx: Tx, workspace: Workspace): Promise<void> {
  await sql`
    UPDATE identity.workspace
    SET name = ${workspace.name}, legal_name = ${workspace.legalName}, zone = ${workspace.zone}, language = ${workspace.language}
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
}

/** Set-up goes one at a time: held until the transaction ends. */
export async function lockSetUp(tx: Tx): Promise<{ hasCompany: boolean }> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('identity.set_up'))`.execute(tx.db);
  const { rows } = await sql<{ yes: boolean }>`SELECT identity.has_company() AS yes`.execute(tx.db);
  return { hasCompany: rows[0]?.yes === true };
}
