import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { ImportKind } from '../contract/kinds.ts';
import type { Mapping } from '../contract/mapping.ts';

export interface SavedMapping {
  readonly id: Id<'mapping'>;
  readonly name: string;
  readonly kind: ImportKind;
  readonly signature: string;
  readonly mapping: Mapping;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly usedAt: Date;
}

const COLUMNS = sql`id, name, kind, signature, mapping, created_at AS "createdAt", created_by AS "createdBy", used_at AS "usedAt"`;

/** The one used last comes first. */
export async function listMappings(
  tx: Tx,
  filter: { signature?: string; kind?: ImportKind | undefined } = {},
): Promise<SavedMapping[]> {
  const { rows } = await sql<SavedMapping>`
    SELECT ${COLUMNS} FROM integrations.mapping
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (${filter.signature ?? null}::text IS NULL OR signature = ${filter.signature ?? null})
      AND (${filter.kind ?? null}::text IS NULL OR kind = ${filter.kind ?? null})
    ORDER BY used_at DESC, id DESC LIMIT 100`.execute(tx.db);
  return rows;
}

export async function findMapping(tx: Tx, id: string): Promise<SavedMapping | undefined> {
  const { rows } = await sql<SavedMapping>`
    SELECT ${COLUMNS} FROM integrations.mapping WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** The same name for the same columns is the same mapping: it takes the new content. */
export async function keepMapping(tx: Tx, mapping: SavedMapping): Promise<Id<'mapping'>> {
  const { rows } = await sql<{ id: Id<'mapping'> }>`
    INSERT INTO integrations.mapping (workspace_id, id, name, kind, signature, mapping, created_at, created_by, used_at)
    VALUES (${tx.workspaceId}::uuid, ${mapping.id}, ${mapping.name}, ${mapping.kind}, ${mapping.signature},
      ${JSON.stringify(mapping.mapping)}, ${mapping.createdAt}, ${mapping.createdBy}, ${mapping.usedAt})
    ON CONFLICT (workspace_id, signature, kind, name)
    DO UPDATE SET mapping = EXCLUDED.mapping, used_at = EXCLUDED.used_at
    RETURNING id`.execute(tx.db);
  return (rows[0] as { id: Id<'mapping'> }).id;
}

export async function deleteMapping(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM integrations.mapping WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} RETURNING id`.execute(
    tx.db,
  );
  return rows.length > 0;
}
