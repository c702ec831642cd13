import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { isShown } from '../store/assets.ts';
import { countOpening } from '../store/openings.ts';

/**
 * Somebody opened a material: a partner on a day, or one of ours, who is counted apart. Nobody is followed by name, and
 * that something was opened is no step done (S3.39). Not in the journal: a reading changes nothing.
 * @throws library.asset_unknown
 */
export function openAsset(
  ctx: Context,
  input: { readonly assetId: Id<'asset'> },
): Promise<{ counted: 'partner' | 'own' }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.read');
    if (!(await isShown(tx, input.assetId))) refuse('not_found', 'library.asset_unknown', {});
    const partnerId = tx.actor.type === 'person' ? tx.actor.partnerId : null;
    await countOpening(tx, input.assetId, partnerId, businessDateOf(tx.now(), tx.zone));
    return { counted: partnerId === null ? 'own' : 'partner' };
  });
}
