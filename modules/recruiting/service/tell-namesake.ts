import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertNamesake } from '../store/stop-list.ts';
import { stopsOfPartner } from './stop-matches.ts';

/**
 * Tells a partner apart from one on the list that is only called alike. Where more than the name is the same there is
 * nothing to tell: the entry is taken off by two, or it stays.
 * @throws recruiting.not_alike, recruiting.surely_the_same, and the refusals of the partner's keeping
 */
export function tellNamesake(
  ctx: Context,
  input: { partnerId: Id<'partner'>; entryId: Id<'stop_entry'>; reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'stop_list.decide');
    const { partnerId, entryId } = input;
    await keptPartner(tx, partnerId);
    const match = (await stopsOfPartner(tx, partnerId)).find((one) => one.entryId === entryId);
    if (!match) return refuse('not_found', 'recruiting.not_alike', { entryId });
    if (match.sure) refuse('conflict', 'recruiting.surely_the_same', { by: match.by });
    await insertNamesake(tx, input);
    tx.audit({
      verb: 'recruiting.tell_namesake',
      subject: partnerId,
      reason: input.reason,
      change: { entryId },
    });
  });
}
