import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { rights } from '../policy.ts';
import { deleteMapping, listMappings, type SavedMapping } from '../store/mappings.ts';
import { knownImport } from './known-import.ts';

/** All of them, or those that fit the columns of one import. */
export function savedMappings(
  ctx: Context,
  input: { importId?: string | undefined },
): Promise<SavedMapping[]> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'import.read');
    const file = input.importId === undefined ? null : await knownImport(tx, input.importId);
    return listMappings(tx, file ? { signature: file.signature } : {});
  });
}

export function forgetMapping(ctx: Context, input: { mappingId: string }): Promise<boolean> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'import.prepare');
    const removed = await deleteMapping(tx, input.mappingId);
    if (removed) tx.audit({ verb: 'integrations.forget_mapping', subject: input.mappingId });
    return removed;
  });
}
