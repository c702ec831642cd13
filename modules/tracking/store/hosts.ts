import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { AllowedHost } from '../domain/new-link.ts';

export async function allowedHosts(tx: Tx): Promise<AllowedHost[]> {
  const { rows } = await sql<AllowedHost>`
    SELECT host, with_subdomains AS "withSubdomains" FROM tracking.destination
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY created_at, host`.execute(tx.db);
  return rows;
}

export async function ownDomains(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ host: string }>`
    SELECT host FROM tracking.domain WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY created_at, host`.execute(
    tx.db,
  );
  return rows.map((row) => row.host);
}

export async function replaceAllowedHosts(tx: Tx, hosts: readonly AllowedHost[]): Promise<void> {
  await sql`
    DELETE FROM tracking.destination
    WHERE workspace_id = ${tx.workspaceId}::uuid AND host <> ALL(${hosts.map((one) => one.host)}::text[])`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO tracking.destination (workspace_id, host, with_subdomains, created_at, created_by)
    SELECT ${tx.workspaceId}::uuid, h.host, h.subs, ${tx.now()}, ${tx.actor.id}
    FROM unnest(${hosts.map((one) => one.host)}::text[], ${hosts.map((one) => one.withSubdomains)}::boolean[]) AS h(host, subs)
    ON CONFLICT (workspace_id, host) DO UPDATE SET with_subdomains = EXCLUDED.with_subdomains`.execute(tx.db);
}

/** Answers the hosts that are another company's: those were not taken. */
export async function replaceDomains(tx: Tx, hosts: readonly string[]): Promise<string[]> {
  await sql`
    DELETE FROM tracking.domain
    WHERE workspace_id = ${tx.workspaceId}::uuid AND host <> ALL(${hosts}::text[])`.execute(tx.db);
  await sql`
    INSERT INTO tracking.domain (workspace_id, host, created_at, created_by)
    SELECT ${tx.workspaceId}::uuid, h.host, ${tx.now()}, ${tx.actor.id} FROM unnest(${hosts}::text[]) AS h(host)
    ON CONFLICT DO NOTHING`.execute(tx.db);
  const ours = new Set(await ownDomains(tx));
  return hosts.filter((host) => !ours.has(host));
}
