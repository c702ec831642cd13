import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { FilePurpose } from '../contract.ts';

export interface FileRecord {
  readonly id: Id<'file'>;
  readonly sha256: string;
  readonly sizeBytes: bigint;
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: FilePurpose;
  readonly partnerId: Id<'partner'> | null;
}

const FIELDS = sql.raw(
  'id, sha256, size_bytes AS "sizeBytes", name, media_type AS "mediaType", purpose, partner_id AS "partnerId"',
);

export async function findFile(tx: Tx, id: string): Promise<FileRecord | null> {
  const { rows } = await sql<FileRecord>`
    SELECT ${FIELDS} FROM files.file WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

export async function findFiles(tx: Tx, ids: readonly string[]): Promise<Map<string, FileRecord>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FileRecord>`
    SELECT ${FIELDS} FROM files.file
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function insertFile(tx: Tx, one: FileRecord): Promise<void> {
  await sql`
    INSERT INTO files.file (workspace_id, id, sha256, size_bytes, name, media_type, purpose, partner_id, stored_at, stored_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.sha256}, ${one.sizeBytes}, ${one.name}, ${one.mediaType},
      ${one.purpose}, ${one.partnerId}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

/** Stored before the moment, for one of these purposes; the oldest first. */
export async function filesBefore(
  tx: Tx,
  before: Date,
  purposes: readonly FilePurpose[],
): Promise<{ id: string; purpose: FilePurpose }[]> {
  const { rows } = await sql<{ id: string; purpose: FilePurpose }>`
    SELECT id, purpose FROM files.file
    WHERE workspace_id = ${tx.workspaceId}::uuid AND stored_at < ${before} AND purpose = ANY(${purposes}::text[])
    ORDER BY stored_at, id`.execute(tx.db);
  return rows;
}

export async function deleteFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`DELETE FROM files.file WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(
    tx.db,
  );
}

/** Which of these contents some file still has. */
export async function knownContents(tx: Tx, contents: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ sha256: string }>`
    SELECT DISTINCT sha256 FROM files.file
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sha256 = ANY(${contents}::text[])`.execute(tx.db);
  return new Set(rows.map((row) => row.sha256));
}

/** Many may store at a time; a sweep is alone, so that it takes away nothing somebody is just storing. */
export async function lockContents(tx: Tx, how: 'storing' | 'sweeping'): Promise<void> {
  const key = sql`hashtextextended('files.contents', 0) # hashtextextended(${tx.workspaceId}::text, 0)`;
  if (how === 'storing') await sql`SELECT pg_advisory_xact_lock_shared(${key})`.execute(tx.db);
  else await sql`SELECT pg_advisory_xact_lock(${key})`.execute(tx.db);
}

/** Names, as the journal calls files. */
export async function namesOfFiles(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT id, name FROM files.file
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
