import { knownPartner } from '@mosty/directory';
import { permit, twoPeople } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertWaiver, lockWaiver, saveWaiverDecision } from '../store/waivers.ts';
import { settleWaiver } from './give-waiver.ts';
import { isParting, waivableIn } from './waivable.ts';

/**
 * The partner that leaves gave up the rest by a letter or on the phone: one of us writes down where that is seen, and
 * nothing moves until another confirms.
 * @throws payouts.not_parting, payouts.nothing_to_waive, payouts.waiver_proposed
 */
export function noteWaiver(
  ctx: Context,
  input: { partnerId: Id<'partner'>; currency?: string | undefined; proof: string },
): Promise<{ waiverId: Id<'waiver'>; amountMinor: bigint }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'waiver.note');
    const { id: partnerId } = await knownPartner(tx, input.partnerId);
    orRefuse(await isParting(tx, partnerId));
    const open = await waivableIn(tx, partnerId, input.currency ?? tx.currency);
    const waiverId = tx.id('waiver');
    const isNew = await insertWaiver(tx, {
      ...open,
      id: waiverId,
      partnerId,
      saidHow: 'told',
      proof: input.proof,
      settlementId: tx.id('payout'),
      state: 'proposed',
      saidAt: tx.now(),
      saidBy: tx.actor.id,
      decidedAt: null,
      decidedBy: null,
    });
    if (!isNew) refuse('conflict', 'payouts.waiver_proposed', { partnerId });
    const { amountMinor, currency } = open;
    tx.audit({
      verb: 'payouts.note_waiver',
      subject: partnerId,
      change: { waiverId, amountMinor, currency },
    });
    return { waiverId, amountMinor };
  });
}

/**
 * Another person’s word on a waiver that was written down. Confirmed, it settles what we owed at once.
 * @throws payouts.no_waiver, payouts.waiver_decided, identity.two_people, payouts.owed_moved
 */
export function decideWaiver(
  ctx: Context,
  input: { waiverId: Id<'waiver'>; decision: 'accepted' | 'declined' },
): Promise<{ state: 'accepted' | 'declined' }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'waiver.decide');
    const { waiverId, decision } = input;
    const waiver = (await lockWaiver(tx, waiverId)) ?? refuse('not_found', 'payouts.no_waiver');
    if (waiver.state !== 'proposed') refuse('conflict', 'payouts.waiver_decided', { state: waiver.state });
    if (decision === 'accepted') {
      twoPeople(waiver.saidBy, tx);
      await settleWaiver(tx, waiver);
    }
    await saveWaiverDecision(tx, waiverId, decision);
    tx.audit({
      verb: 'payouts.decide_waiver',
      subject: waiver.partnerId,
      change: { waiverId, decision },
    });
    return { state: decision };
  });
}
