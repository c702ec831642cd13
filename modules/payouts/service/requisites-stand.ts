import { currentRequisites } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import type { Payout } from '../store/payouts.ts';

/**
 * The accounts are those that were looked at when the batch was made: a change meanwhile stops it.
 * So does a rejection, whatever the company asks for: somebody looked and said no.
 * @throws payouts.requisites_changed, payouts.requisites_rejected
 */
export async function requisitesStand(tx: Tx, payouts: readonly Payout[]): Promise<void> {
  const now = await currentRequisites(
    tx,
    payouts.map((payout) => payout.partnerId),
  );
  const changed = payouts.filter((payout) => (now.get(payout.partnerId)?.id ?? null) !== payout.requisitesId);
  if (changed.length > 0)
    refuse('not_now', 'payouts.requisites_changed', {
      partnerIds: changed.map((payout) => payout.partnerId),
    });
  const rejected = payouts.filter((payout) => now.get(payout.partnerId)?.verdict === 'rejected');
  if (rejected.length > 0)
    refuse('not_now', 'payouts.requisites_rejected', {
      partnerIds: rejected.map((payout) => payout.partnerId),
    });
}
