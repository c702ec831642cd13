import { readFile } from 'node:fs/promises';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { sheetsOf } from '../domain/reading/xlsx.ts';
import { rights } from '../policy.ts';
import { importPath } from './import-folder.ts';
import { knownImport } from './known-import.ts';

/**
 * The sheets a person may choose from. None for CSV.
 * @throws integrations.file_is_gone
 */
export async function listSheets(ctx: Context, input: { importId: string }): Promise<string[]> {
  const file = await look(ctx, async (tx) => {
    permit(tx, rights, 'import.read');
    return knownImport(tx, input.importId);
  });
  if (file.format !== 'xlsx') return [];
  const workbook = await readFile(importPath(file.id)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      refuse('not_now', 'integrations.file_is_gone', {});
    throw error;
  });
  return sheetsOf(workbook);
}
