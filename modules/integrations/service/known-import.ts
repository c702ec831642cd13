import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { findFile, type ImportFile } from '../store/files.ts';

/** @throws integrations.no_import */
export async function knownImport(tx: Tx, id: string, lock = false): Promise<ImportFile> {
  return (await findFile(tx, id, lock)) ?? refuse('not_found', 'integrations.no_import', {});
}

export function standingOf(file: ImportFile) {
  return { kind: file.kind, state: file.state, failure: file.failure, began: file.result !== null };
}
