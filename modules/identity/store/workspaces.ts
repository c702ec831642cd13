import { sql } from 'kysely';
import type { Tx, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
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

/** Ids of every workspace of the installation, and nothing else of them: for jobs and the first start. */
export async function listWorkspaces(database: Database): Promise<WorkspaceId[]> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ id: WorkspaceId }>`SELECT id FROM identity.workspaces() AS id`.execute(connection.queries);
    return rows.map((row) => row.id);
  } finally {
    connection.release();
  }
}
