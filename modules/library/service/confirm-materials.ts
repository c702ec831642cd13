import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { confirm } from '../store/assets.ts';

/** Somebody looked and says: still true. */
export function confirmMaterials(
  ctx: Context,
  input: { readonly assetIds: readonly Id<'asset'>[]; readonly answerIds: readonly Id<'library_answer'>[] },
): Promise<{ confirmed: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    const today = businessDateOf(tx.now(), tx.zone);
    const assets = await confirm(tx, 'asset', input.assetIds, today);
    const answers = await confirm(tx, 'answer', input.answerIds, today);
    const all = [...assets, ...answers];
    for (const subject of all) tx.audit({ verb: 'library.confirm', subject, change: { on: today } });
    return { confirmed: all.length };
  });
}
