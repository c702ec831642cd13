import { sql, type RawBuilder } from 'kysely';
import type { WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';

/** Outside any workspace, through the owner's functions: what sign-in and jobs must know before they are in one. */
async function ask<Row>(database: Database, question: RawBuilder<Row>): Promise<readonly Row[]> {
  const connection = await database.connect();
  try {
    return (await question.execute(connection.queries)).rows;
  } finally {
    connection.release();
  }
}

/** Ids of every workspace of the installation, oldest first, and nothing else of them. */
export async function listWorkspaces(database: Database): Promise<WorkspaceId[]> {
  const rows = await ask(database, sql<{ id: WorkspaceId }>`SELECT id FROM identity.workspaces() AS id`);
  return rows.map((row) => row.id);
}

/** Whether a company other than a demo works here. */
export async function hasCompany(database: Database): Promise<boolean> {
  const rows = await ask(database, sql<{ yes: boolean }>`SELECT identity.has_company() AS yes`);
  return rows[0]?.yes === true;
}

/** The company anybody may look at, when there is one. */
export async function demoWorkspace(database: Database): Promise<WorkspaceId | null> {
  const rows = await ask(database, sql<{ id: WorkspaceId | null }>`SELECT identity.demo_workspace() AS id`);
  return rows[0]?.id ?? null;
}

interface Found<Of> {
  readonly workspaceId: WorkspaceId;
  readonly id: Of;
}

/** Where the person behind a sign-in works, oldest membership first. */
export function membershipsOf(database: Database, userId: string): Promise<readonly Found<Id<'member'>>[]> {
  return ask(
    database,
    sql<
      Found<Id<'member'>>
    >`SELECT workspace_id AS "workspaceId", member_id AS id FROM identity.memberships(${userId})`,
  );
}

export async function findInvitationByHash(
  database: Database,
  hash: string,
): Promise<Found<Id<'invitation'>> | undefined> {
  const rows = await ask(
    database,
    sql<
      Found<Id<'invitation'>>
    >`SELECT workspace_id AS "workspaceId", id FROM identity.find_invitation(${hash})`,
  );
  return rows[0];
}

export async function findApiKeyByHash(
  database: Database,
  hash: string,
): Promise<Found<Id<'api_key'>> | undefined> {
  const rows = await ask(
    database,
    sql<Found<Id<'api_key'>>>`SELECT workspace_id AS "workspaceId", id FROM identity.find_api_key(${hash})`,
  );
  return rows[0];
}

/** Letters whose hour has come, in all workspaces. */
export function messagesDue(
  database: Database,
  at: Date,
  upTo: number,
): Promise<readonly Found<Id<'message'>>[]> {
  return ask(
    database,
    sql<
      Found<Id<'message'>>
    >`SELECT workspace_id AS "workspaceId", id FROM identity.messages_due(${at}, ${upTo})`,
  );
}

/** Workspaces that still hold one-time links which work no more. */
export async function workspacesWithStaleSecrets(database: Database, at: Date): Promise<WorkspaceId[]> {
  const rows = await ask(
    database,
    sql<{ id: WorkspaceId }>`SELECT workspace_id AS id FROM identity.messages_to_erase(${at})`,
  );
  return rows.map((row) => row.id);
}
