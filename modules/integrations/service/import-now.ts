import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { ImportView } from '../contract/import.ts';
import type { ImportKind } from '../contract/kinds.ts';
import type { MappingInput } from '../contract/mapping.ts';
import { findFile, type ImportFile } from '../store/files.ts';
import { applyImport, checkImport } from './ask-import.ts';
import { viewOf } from './present.ts';
import { setMapping } from './set-mapping.ts';
import { workOn } from './start-import-jobs.ts';
import { uploadImport } from './upload-import.ts';

export interface ImportNow {
  readonly path: string;
  readonly filename: string;
  readonly kind?: ImportKind | undefined;
  /** Guessed, or the one saved for these columns, unless told. */
  readonly mapping?: MappingInput | undefined;
  /** Stop after the check. */
  readonly dryRun?: boolean;
  readonly onStep?: (
    step: 'uploaded' | 'checked' | 'applied',
    view: ImportView,
    milliseconds: number,
  ) => void;
}

export interface ImportedNow {
  readonly view: ImportView;
  readonly milliseconds: Readonly<Record<'upload' | 'check' | 'apply', number>>;
}

/**
 * A whole import in this process, from a file on this machine: what the command line does, and the examples. The
 * same verbs as by HTTP, without waiting for the runner of the server.
 */
export async function importNow(ctx: Context, input: ImportNow): Promise<ImportedNow> {
  const begun = performance.now();
  const { kind, path, filename, mapping } = input;
  let file = await uploadImport(ctx, {
    bytes: createReadStream(path),
    filename,
    kind: kind ?? mapping?.kind,
    file: mapping?.file,
  });
  if (mapping) {
    file = await setMapping(ctx, {
      importId: file.id,
      mapping: { ...mapping, file: { ...file.mapping.file, ...mapping.file } },
    });
  }
  const uploaded = performance.now();
  input.onStep?.('uploaded', viewOf(file), uploaded - begun);
  await checkImport(ctx, { importId: file.id });
  file = await work(ctx, file);
  const checked = performance.now();
  input.onStep?.('checked', viewOf(file), checked - uploaded);
  if (file.state === 'checked' && input.dryRun !== true) {
    await applyImport(ctx, { importId: file.id });
    file = await work(ctx, file);
    input.onStep?.('applied', viewOf(file), performance.now() - checked);
  }
  return {
    view: viewOf(file),
    milliseconds: { upload: uploaded - begun, check: checked - uploaded, apply: performance.now() - checked },
  };
}

async function work(ctx: Context, file: ImportFile): Promise<ImportFile> {
  let fault: unknown = null;
  const keepFault = (error: unknown): void => {
    fault = error;
  };
  await workOn(ctx, file.id, { token: randomUUID(), onFault: keepFault, goesOn: () => true });
  const after = await look(ctx, (tx) => findFile(tx, file.id));
  if (!after) throw new Error('the import is gone', { cause: fault });
  if (after.failure?.code === 'integrations.fault' && fault !== null)
    throw new Error('the import could not be done', { cause: fault });
  return after;
}
