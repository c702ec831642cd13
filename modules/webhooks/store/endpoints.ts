import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { endpointKey } from '../domain.ts';

export interface EndpointRecord {
  readonly id: Id<'endpoint'>;
  readonly name: string;
  readonly createdAt: Date;
}

/** Newest first; one row more than `limit` where there is a next page. */
export async function listEndpoints(
  tx: Tx,
  page: { after: Place | null; limit: number },
): Promise<EndpointRecord[]> {
  const after = page.after
    ? sql`AND (created_at, id) < (${page.after.value}::timestamptz, ${page.after.id}::text)`
    : sql``;
  const { rows } = await sql<EndpointRecord>`
    SELECT id, name, created_at AS "createdAt" FROM webhooks.endpoint
    WHERE workspace_id = ${tx.workspaceId}::uuid ${after}
    ORDER BY created_at DESC, id DESC LIMIT ${page.limit + 1}`.execute(tx.db);
  return rows;
}

/** False when the name is taken. */
export async function insertEndpoint(tx: Tx, endpoint: EndpointRecord): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO webhooks.endpoint (workspace_id, id, name, name_key, created_at)
    VALUES (${tx.workspaceId}::uuid, ${endpoint.id}, ${endpoint.name}, ${endpointKey(endpoint.name)}, ${endpoint.createdAt})
    ON CONFLICT (workspace_id, name_key) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}
