import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { ApiKeyKind } from '../contract/api-keys.ts';
import type { Scope } from '../contract/roles.ts';

export interface ApiKey {
  readonly id: Id<'api_key'>;
  readonly name: string;
  readonly kind: ApiKeyKind;
  readonly origins: string[];
  readonly publicText: string | null;
  readonly scopes: Scope[];
  readonly hash: string;
  readonly tail: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const COLUMNS = sql`
  id, name, kind, origins, public_text AS "publicText", scopes, hash, tail, created_by AS "createdBy", created_at AS "createdAt", last_used_at AS "lastUsedAt",
  revoked_at AS "revokedAt"`;

export async function insertApiKey(tx: Tx, key: ApiKey): Promise<void> {
  await sql`
    INSERT INTO identity.api_key (workspace_id, id, name, kind, origins, public_text, scopes, hash, tail, created_by, created_at)
    VALUES (${tx.workspaceId}::uuid, ${key.id}, ${key.name}, ${key.kind}, ${key.origins}, ${key.publicText}, ${key.scopes},
      ${key.hash}, ${key.tail}, ${key.createdBy},
      ${key.createdAt})`.execute(tx.db);
}

export async function findApiKey(tx: Tx, id: Id<'api_key'>): Promise<ApiKey | undefined> {
  const { rows } = await sql<ApiKey>`
    SELECT ${COLUMNS} FROM identity.api_key WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** Working ones first, then revoked, newest first. */
export async function listApiKeys(tx: Tx): Promise<ApiKey[]> {
  const { rows } = await sql<ApiKey>`
    SELECT ${COLUMNS} FROM identity.api_key WHERE workspace_id = ${tx.workspaceId}::uuid
    ORDER BY (revoked_at IS NOT NULL), created_at DESC, id DESC`.execute(tx.db);
  return rows;
}

export async function saveRevocation(tx: Tx, id: Id<'api_key'>): Promise<void> {
  await sql`
    UPDATE identity.api_key SET revoked_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND revoked_at IS NULL`.execute(tx.db);
}

/** Written at most once a minute per key: a busy import does not write a row per request. */
export async function noteUse(tx: Tx, id: Id<'api_key'>): Promise<void> {
  await sql`
    UPDATE identity.api_key SET last_used_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}
      AND (last_used_at IS NULL OR last_used_at < ${new Date(tx.now().getTime() - 60_000)})`.execute(tx.db);
}

export async function namesOfApiKeys(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM identity.api_key WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
