import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface Binding {
  readonly clientId: string;
  readonly visitorId: string;
  readonly clickId: string | null;
  readonly at: Date;
}

/** Answers the clients who were bound to a visitor they had not been bound to. */
export async function insertBindings(tx: Tx, bindings: readonly Binding[]): Promise<string[]> {
  const { rows } = await sql<{ clientId: string }>`
    INSERT INTO tracking.visitor_client (workspace_id, client_id, visitor_id, bound_at, click_id)
    SELECT ${tx.workspaceId}::uuid, b.client_id, b.visitor_id, b.bound_at, b.click_id
    FROM unnest(${bindings.map((one) => one.clientId)}::text[], ${bindings.map((one) => one.visitorId)}::text[],
      ${bindings.map((one) => one.at)}::timestamptz[], ${bindings.map((one) => one.clickId)}::text[])
      AS b(client_id, visitor_id, bound_at, click_id)
    ON CONFLICT (workspace_id, client_id, visitor_id) DO NOTHING
    RETURNING client_id AS "clientId"`.execute(tx.db);
  return rows.map((row) => row.clientId);
}

export async function insertAwaited(
  tx: Tx,
  awaited: readonly { clickId: string; clientId: string; at: Date }[],
): Promise<void> {
  await sql`
    INSERT INTO tracking.awaited_click (workspace_id, click_id, client_id, bound_at)
    SELECT ${tx.workspaceId}::uuid, a.click_id, a.client_id, a.at
    FROM unnest(${awaited.map((one) => one.clickId)}::text[], ${awaited.map((one) => one.clientId)}::text[],
      ${awaited.map((one) => one.at)}::timestamptz[]) AS a(click_id, client_id, at)
    ON CONFLICT DO NOTHING`.execute(tx.db);
}

/** Takes those out whose clicks are known now. */
export async function takeAwaited(
  tx: Tx,
  clickIds: readonly string[],
): Promise<{ clickId: string; clientId: string; at: Date }[]> {
  const { rows } = await sql<{ clickId: string; clientId: string; at: Date }>`
    DELETE FROM tracking.awaited_click
    WHERE workspace_id = ${tx.workspaceId}::uuid AND click_id = ANY(${clickIds}::text[])
    RETURNING click_id AS "clickId", client_id AS "clientId", bound_at AS at`.execute(tx.db);
  return rows;
}

export async function visitorsOf(
  tx: Tx,
  clientIds: readonly string[],
): Promise<{ clientId: string; visitorId: string }[]> {
  const { rows } = await sql<{ clientId: string; visitorId: string }>`
    SELECT client_id AS "clientId", visitor_id AS "visitorId" FROM tracking.visitor_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${clientIds}::text[])`.execute(tx.db);
  return rows;
}

/** Clicks that clients were told to have made and that nobody has loaded yet. */
export async function awaitedOf(
  tx: Tx,
  clientIds: readonly string[],
): Promise<{ clientId: string; clickId: string }[]> {
  const { rows } = await sql<{ clientId: string; clickId: string }>`
    SELECT client_id AS "clientId", click_id AS "clickId" FROM tracking.awaited_click
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${clientIds}::text[])`.execute(tx.db);
  return rows;
}

/** Whose browsers these are known to be. */
export async function clientsOfVisitors(tx: Tx, visitorIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ clientId: string }>`
    SELECT DISTINCT client_id AS "clientId" FROM tracking.visitor_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND visitor_id = ANY(${visitorIds}::text[])`.execute(tx.db);
  return rows.map((row) => row.clientId);
}

/** Clicks that are awaited, in the order of their ids. */
export async function nextAwaited(tx: Tx, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ clickId: string }>`
    SELECT DISTINCT click_id AS "clickId" FROM tracking.awaited_click
    WHERE workspace_id = ${tx.workspaceId}::uuid AND click_id > ${after} ORDER BY click_id LIMIT ${limit}`.execute(
    tx.db,
  );
  return rows.map((row) => row.clickId);
}

/** What nobody has loaded in all that time never will be. */
export async function forgetAwaited(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql`
    DELETE FROM tracking.awaited_click WHERE workspace_id = ${tx.workspaceId}::uuid AND bound_at < ${before}
    RETURNING 1 AS gone`.execute(tx.db);
  return rows.length;
}
