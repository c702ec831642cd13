import { releaseAccruals } from '@mosty/incentives';
import { openPeriodFor, postTransactions } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import { payoutBackPostings } from '../domain/postings/payout-back.ts';
import type { Payout } from '../store/payouts.ts';

/** What payouts held is due again: out of clearing where it had got there, and free for the next batch. */
export async function giveMoneyBack(tx: Tx, payouts: readonly Payout[], reason: string): Promise<void> {
  const at = tx.now();
  const when = { at, period: await openPeriodFor(tx, at), reason };
  const moved = payouts.filter((payout) => payout.state === 'approved');
  await postTransactions(
    tx,
    moved.flatMap((payout) => payoutBackPostings(payout, when)),
  );
  await releaseAccruals(tx, { payoutIds: payouts.map((payout) => payout.id) });
}
