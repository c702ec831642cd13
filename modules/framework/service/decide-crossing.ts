import { updatePartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { lockCrossing, settleCrossing } from '../store/crossings.ts';

/**
 * A person decides. Another track holds from now on; another kind begins with an agreement of its own, which whoever
 * decides opens next: one agreement is of one kind (S1.34).
 * @throws framework.crossing_unknown, framework.already_decided
 */
export function decideCrossing(
  ctx: Context,
  input: { crossingId: Id<'crossing'>; accept: boolean; reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'crossing.decide');
    const crossing =
      (await lockCrossing(tx, input.crossingId)) ??
      refuse('not_found', 'framework.crossing_unknown', { crossingId: input.crossingId });
    if (crossing.state !== 'open') refuse('conflict', 'framework.already_decided', { state: crossing.state });
    const state = input.accept ? 'accepted' : 'declined';
    await settleCrossing(tx, crossing.id, { state, reason: input.reason });
    const { toTrack } = crossing.rule;
    if (input.accept && toTrack !== null)
      await updatePartner(tx, { partnerId: crossing.partnerId, fields: { track: toTrack } });
    tx.audit({
      verb: 'framework.decide_crossing',
      subject: crossing.partnerId,
      reason: input.reason,
      change: { crossingId: crossing.id, code: crossing.code, state },
    });
  });
}
