import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { PublicEvent } from '../contract/events.ts';

export type OffBecause = 'person' | 'failing' | 'gone';

/** How an address is doing; the same of endpoints and postbacks. */
export interface Health {
  readonly state: 'on' | 'off';
  readonly offBecause: OffBecause | null;
  readonly failingSince: Date | null;
  readonly lastSuccessAt: Date | null;
}

export interface EndpointRecord extends Health {
  readonly id: Id<'endpoint'>;
  readonly url: string;
  readonly description: string;
  readonly events: readonly PublicEvent[];
  readonly secret: string;
  readonly oldSecret: string | null;
  readonly oldSecretUntil: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const COLUMNS = sql`
  id, url, description, events, secret, old_secret AS "oldSecret", old_secret_until AS "oldSecretUntil", state,
  off_because AS "offBecause", failing_since AS "failingSince", last_success_at AS "lastSuccessAt",
  created_at AS "createdAt", created_by AS "createdBy"`;

function select(tx: Tx, more: RawBuilder<unknown>): Promise<{ rows: EndpointRecord[] }> {
  return sql<EndpointRecord>`
    SELECT ${COLUMNS} FROM webhooks.endpoint
    WHERE workspace_id = ${tx.workspaceId}::uuid AND removed_at IS NULL ${more}`.execute(tx.db);
}

export async function listEndpoints(tx: Tx): Promise<EndpointRecord[]> {
  return (await select(tx, sql`ORDER BY created_at, id`)).rows;
}

export async function findEndpoint(tx: Tx, id: string): Promise<EndpointRecord | undefined> {
  return (await select(tx, sql`AND id = ${id}`)).rows[0];
}

/** Held until the transaction ends. */
export async function lockEndpoint(tx: Tx, id: string): Promise<EndpointRecord | undefined> {
  return (await select(tx, sql`AND id = ${id} FOR UPDATE`)).rows[0];
}

export async function insertEndpoint(tx: Tx, endpoint: EndpointRecord): Promise<void> {
  await sql`
    INSERT INTO webhooks.endpoint (workspace_id, id, url, description, events, secret, state, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${endpoint.id}, ${endpoint.url}, ${endpoint.description},
            ${endpoint.events}::text[], ${endpoint.secret}, ${endpoint.state}, ${endpoint.createdAt},
            ${endpoint.createdBy})`.execute(tx.db);
}

export async function saveEndpoint(tx: Tx, endpoint: EndpointRecord): Promise<void> {
  await sql`
    UPDATE webhooks.endpoint
    SET url = ${endpoint.url}, description = ${endpoint.description}, events = ${endpoint.events}::text[],
        secret = ${endpoint.secret}, old_secret = ${endpoint.oldSecret}, old_secret_until = ${endpoint.oldSecretUntil},
        state = ${endpoint.state}, off_because = ${endpoint.offBecause}, failing_since = ${endpoint.failingSince},
        last_success_at = ${endpoint.lastSuccessAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${endpoint.id}`.execute(tx.db);
}

export async function endEndpoint(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE webhooks.endpoint SET removed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function countWaiting(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; waiting: number }>`
    SELECT target_id AS id, count(*)::int AS waiting FROM webhooks.delivery
    WHERE workspace_id = ${tx.workspaceId}::uuid AND state = 'waiting' GROUP BY 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.waiting]));
}
