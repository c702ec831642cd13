import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { waiverPosting } from '../domain/postings/waiver.ts';
import { rights } from '../policy.ts';
import { insertWaiver, type Waiver } from '../store/waivers.ts';
import { settleOpen } from './settle-open.ts';
import { isParting, waivableIn } from './waivable.ts';

/**
 * The partner that leaves gives up what we owe it, by its own word and nobody else's. The sum is the one it saw.
 * @throws payouts.partners_word, payouts.not_parting, payouts.nothing_to_waive, payouts.owed_moved
 */
export function giveWaiver(
  ctx: Context,
  { currency, amountMinor }: { currency: string; amountMinor: bigint },
): Promise<{ waiverId: Id<'waiver'>; amountMinor: bigint }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'waiver.give');
    const partnerId = ownPartner(tx);
    return beyondPartner(tx, async () => {
      orRefuse(await isParting(tx, partnerId));
      const open = await waivableIn(tx, partnerId, currency);
      if (open.amountMinor !== amountMinor) refuse('conflict', 'payouts.owed_moved', { partnerId });
      const waiver: Waiver = {
        ...open,
        id: tx.id('waiver'),
        partnerId,
        saidHow: 'portal',
        proof: null,
        settlementId: tx.id('payout'),
        state: 'accepted',
        saidAt: tx.now(),
        saidBy: tx.actor.id,
        decidedAt: tx.now(),
        decidedBy: tx.actor.id,
      };
      await insertWaiver(tx, waiver);
      await settleWaiver(tx, waiver);
      tx.audit({
        verb: 'payouts.give_waiver',
        subject: partnerId,
        change: { waiverId: waiver.id, amountMinor, currency },
      });
      return { waiverId: waiver.id, amountMinor };
    });
  });
}

/** The rest leaves the books: of two words on the same money the other finds nothing. @throws payouts.owed_moved */
export function settleWaiver(tx: Tx, waiver: Waiver): Promise<void> {
  return settleOpen(tx, waiver, {
    moved: 'payouts.owed_moved',
    given: 'by_partner',
    posting: (when) => waiverPosting(waiver, when),
  });
}

export function ownPartner(tx: Pick<Tx, 'actor'>): Id<'partner'> {
  const own = tx.actor.type === 'person' ? tx.actor.partnerId : null;
  return own ?? refuse('not_permitted', 'payouts.partners_word', {});
}
