import path from 'node:path';
import type { Readable } from 'node:stream';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { ImportKind } from '../contract/kinds.ts';
import type { FileFormat, Mapping } from '../contract/mapping.ts';
import { guessMapping } from '../domain/guess/guess-mapping.ts';
import { headerSignature } from '../domain/reading/header.ts';
import { rights } from '../policy.ts';
import { insertFile, type ImportFile } from '../store/files.ts';
import { listMappings } from '../store/mappings.ts';
import { dropImportedBytes, importPath } from './import-folder.ts';
import { lookInside, type Inside } from './look-inside.ts';
import { receiveBytes, type Received } from './receive-bytes.ts';

export interface UploadImport {
  readonly bytes: Readable;
  readonly filename: string;
  /** Guessed from the columns unless told. */
  readonly kind?: ImportKind | undefined;
  readonly file?: FileFormat | undefined;
}

const SAMPLE_ROWS = 20;

/**
 * Takes a file in: its bytes to disk, a proposal how to read them to the person. Nothing is checked or written yet.
 * @throws integrations.file_too_large, integrations.file_is_empty, integrations.old_excel, integrations.not_a_table
 */
export async function uploadImport(ctx: Context, input: UploadImport): Promise<ImportFile> {
  permit(ctx, rights, 'import.prepare');
  const id = ctx.ids.next('import_file', ctx.clock.now());
  const received = await receiveBytes(id, input.bytes);
  try {
    const told: FileFormat = {
      ...(received.format === 'csv' && { encoding: received.encoding }),
      ...input.file,
    };
    const inside = await lookInside(importPath(id), received.format, told);
    return await transact(ctx, (tx) => write(tx, { ...input, id }, received, inside));
  } catch (error) {
    await dropImportedBytes(id);
    throw error;
  }
}

async function write(
  tx: Tx,
  input: UploadImport & { id: ImportFile['id'] },
  received: Received,
  inside: Inside,
): Promise<ImportFile> {
  const { header } = inside;
  const filename =
    path.basename(input.filename.replaceAll('\\', '/')).replace(/\.gz$/i, '').slice(0, 300) || 'file';
  const guess = guessMapping(
    { columns: header.columns, records: inside.records, format: inside.file, filename },
    input.kind,
  );
  const signature = headerSignature(header.columns);
  const saved = (await listMappings(tx, { signature, kind: input.kind }))[0];
  const mapping: Mapping = saved
    ? { ...saved.mapping, file: { ...saved.mapping.file, ...inside.file } }
    : guess.mapping;
  const file: ImportFile = {
    id: input.id,
    kind: mapping.kind,
    state: 'uploaded',
    filename,
    format: received.format,
    bytes: BigInt(received.bytes),
    sha256: received.sha256,
    program: guess.program,
    header,
    signature,
    sample: {
      rows: inside.records.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells: cells.map(cut) })),
    },
    mapping,
    mappingId: saved?.id ?? null,
    progress: 0n,
    progressOf: 0n,
    found: null,
    result: null,
    appliedAt: null,
    appliedLine: null,
    failure: null,
    runToken: null,
    createdAt: tx.now(),
    createdBy: tx.actor.id,
    finishedAt: null,
    undoneReason: null,
  };
  await insertFile(tx, file);
  tx.audit({
    verb: 'integrations.upload_import',
    subject: file.id,
    change: { kind: file.kind, bytes: received.bytes, sha256: received.sha256 },
  });
  return file;
}

function cut(cell: string): string {
  return cell.replaceAll('\0', '').slice(0, 200);
}
