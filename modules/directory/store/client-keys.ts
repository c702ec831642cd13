import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { asArrays, type ArrayColumn } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { clientKeys, type ClientKey, type Described, type KeyKind } from '../domain/client-keys.ts';
import { CLOSE_NAME } from '../domain/likeness.ts';

type Keyed = Described & { readonly id: string };

const COLUMNS: readonly ArrayColumn<ClientKey & { readonly clientId: string }>[] = [
  { name: 'client_id', type: 'text', value: (row) => row.clientId },
  { name: 'kind', type: 'text', value: (row) => row.kind },
  { name: 'key', type: 'text', value: (row) => row.key },
];

/** For clients that were written just now: they had no keys. */
export async function insertClientKeys(tx: Tx, clients: readonly Keyed[]): Promise<void> {
  const rows = clients.flatMap((client) =>
    clientKeys(client).map((one) => ({ clientId: client.id, ...one })),
  );
  if (rows.length === 0) return;
  const { names, values, from } = asArrays(COLUMNS, rows);
  await sql`
    INSERT INTO directory.client_key (workspace_id, ${names})
    SELECT ${tx.workspaceId}::uuid, ${values} FROM ${from}
    ON CONFLICT DO NOTHING`.execute(tx.db);
}

/** Keys that are no longer the client's go, new ones come, the rest stay untouched. */
export async function saveClientKeys(tx: Tx, clients: readonly Keyed[]): Promise<void> {
  if (clients.length === 0) return;
  const now = clients.flatMap((client) => clientKeys(client).map((one) => ({ clientId: client.id, ...one })));
  await sql`
    DELETE FROM directory.client_key k
    WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.client_id = ANY(${clients.map(({ id }) => id)}::text[])
      AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(${JSON.stringify(now)}::jsonb) AS r("clientId" text, kind text, key text)
        WHERE r."clientId" = k.client_id AND r.kind = k.kind AND r.key = k.key)`.execute(tx.db);
  await insertClientKeys(tx, clients);
}

export interface MetKey {
  readonly clientId: Id<'client'>;
  readonly kind: KeyKind;
  readonly key: string;
  readonly score: number;
}

/** Keys equal to those asked, and names close to the one asked. */
export async function keysMeeting(tx: Tx, asked: readonly ClientKey[], limit: number): Promise<MetKey[]> {
  const name = asked.find(({ kind }) => kind === 'name')?.key ?? null;
  const exact = await sql<MetKey>`
    SELECT k.client_id AS "clientId", k.kind, k.key, 1::float8 AS score
    FROM directory.client_key k
    JOIN jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a(kind text, key text) ON a.kind = k.kind AND a.key = k.key
    WHERE k.workspace_id = ${tx.workspaceId}::uuid ORDER BY k.client_id LIMIT ${limit * 6}`.execute(tx.db);
  if (name === null) return exact.rows;
  const close = await sql<MetKey>`
    SELECT k.client_id AS "clientId", k.kind, k.key, directory.similarity(k.key, ${name})::float8 AS score
    FROM directory.client_key k
    WHERE k.workspace_id = ${tx.workspaceId}::uuid AND k.kind = 'name' AND k.key OPERATOR(directory.%) ${name}
      AND k.key <> ${name} AND directory.similarity(k.key, ${name}) >= ${CLOSE_NAME}::real
    ORDER BY score DESC, k.client_id LIMIT ${limit}`.execute(tx.db);
  return [...exact.rows, ...close.rows];
}

export async function keysOf(
  tx: Tx,
  clientIds: readonly string[],
): Promise<(ClientKey & { readonly clientId: string })[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await sql<ClientKey & { clientId: string }>`
    SELECT client_id AS "clientId", kind, key FROM directory.client_key
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${clientIds}::text[])`.execute(tx.db);
  return rows;
}
