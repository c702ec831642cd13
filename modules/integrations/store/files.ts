import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Failure, Found, ImportState, Sample } from '../contract/import.ts';
import type { ImportKind } from '../contract/kinds.ts';
import type { Mapping } from '../contract/mapping.ts';
import type { ApplyResult } from '../contract/result.ts';
import type { Header } from '../domain/reading/header.ts';

export interface ImportFile {
  readonly id: Id<'import_file'>;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly filename: string;
  readonly format: 'csv' | 'xlsx';
  readonly bytes: bigint;
  readonly sha256: string;
  readonly program: string | null;
  readonly header: Header;
  readonly signature: string;
  readonly sample: Sample;
  readonly mapping: Mapping;
  readonly mappingId: Id<'mapping'> | null;
  readonly progress: bigint;
  readonly progressOf: bigint;
  readonly found: Found | null;
  readonly result: ApplyResult | null;
  readonly appliedAt: Date | null;
  readonly appliedLine: number | null;
  readonly failure: Failure | null;
  readonly runToken: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly finishedAt: Date | null;
  readonly undoneReason: string | null;
}

const COLUMNS = sql`
  id, kind, state, filename, format, bytes, sha256, program, header, signature, sample, mapping, mapping_id AS "mappingId",
  progress, progress_of AS "progressOf", found, result, applied_at AS "appliedAt", applied_line AS "appliedLine", failure,
  run_token AS "runToken", created_at AS "createdAt", created_by AS "createdBy", finished_at AS "finishedAt",
  undone_reason AS "undoneReason"`;

export async function insertFile(tx: Tx, file: ImportFile): Promise<void> {
  await sql`
    INSERT INTO integrations.import_file (workspace_id, id, kind, state, filename, format, bytes, sha256, program, header,
      signature, sample, mapping, mapping_id, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${file.id}, ${file.kind}, ${file.state}, ${file.filename}, ${file.format}, ${file.bytes},
      ${file.sha256}, ${file.program}, ${JSON.stringify(file.header)}, ${file.signature}, ${JSON.stringify(file.sample)},
      ${JSON.stringify(file.mapping)}, ${file.mappingId}, ${file.createdAt}, ${file.createdBy})`.execute(
    tx.db,
  );
}

export async function findFile(tx: Tx, id: string, lock = false): Promise<ImportFile | undefined> {
  const { rows } = await sql<ImportFile>`
    SELECT ${COLUMNS} FROM integrations.import_file
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} ${lock ? sql`FOR UPDATE` : sql``}`.execute(
    tx.db,
  );
  return rows[0];
}

/** Newest first; `before` is the last one of the page before. */
export async function listFiles(
  tx: Tx,
  before: { createdAt: Date; id: string } | null,
  limit: number,
): Promise<ImportFile[]> {
  const { rows } = await sql<ImportFile>`
    SELECT ${COLUMNS} FROM integrations.import_file
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (${before?.id ?? null}::text IS NULL OR (created_at, id) < (${before?.createdAt ?? null}::timestamptz, ${before?.id ?? null}))
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}

/** Writes everything of a file that changes while it lives. */
export async function saveFile(tx: Tx, file: ImportFile): Promise<void> {
  await sql`
    UPDATE integrations.import_file SET kind = ${file.kind}, state = ${file.state}, header = ${JSON.stringify(file.header)},
      signature = ${file.signature}, sample = ${JSON.stringify(file.sample)}, mapping = ${JSON.stringify(file.mapping)},
      mapping_id = ${file.mappingId}, progress = ${file.progress}, progress_of = ${file.progressOf},
      found = ${asJson(file.found)}, result = ${asJson(file.result)}, applied_at = ${file.appliedAt},
      applied_line = ${file.appliedLine}, failure = ${asJson(file.failure)}, run_token = ${file.runToken}, run_at = ${tx.now()},
      finished_at = ${file.finishedAt}, undone_reason = ${file.undoneReason}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${file.id}`.execute(tx.db);
}

function asJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** When another process than `token` that holds a file last said it lives; null when none does. */
export async function lastSignOfLife(tx: Tx, id: string, token: string): Promise<Date | null> {
  const { rows } = await sql<{ run_at: Date | null }>`
    SELECT run_at FROM integrations.import_file
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND run_token <> ${token}`.execute(tx.db);
  return rows[0]?.run_at ?? null;
}

export async function listImportsToRun(
  database: Database,
): Promise<{ workspaceId: string; importId: Id<'import_file'> }[]> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ workspaceId: string; importId: Id<'import_file'> }>`
      SELECT workspace_id AS "workspaceId", import_id AS "importId" FROM integrations.imports_to_run()`.execute(
      connection.queries,
    );
    return rows;
  } finally {
    connection.release();
  }
}
