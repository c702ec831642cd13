import { permit } from '@mosty/identity';
import { postTransactions } from '@mosty/ledger';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import type { BatchState } from '../contract/batch.ts';
import { decideApproval } from '../domain/batch-life.ts';
import { payoutPosting } from '../domain/postings/payout.ts';
import { setOffPosting } from '../domain/postings/set-off.ts';
import { rights } from '../policy.ts';
import { lockBatch, saveApproval, type Batch } from '../store/batches.ts';
import { markApproved, openPayoutsOf } from '../store/payouts.ts';
import { payMoment } from './pay-moment.ts';
import { requisitesStand } from './requisites-stand.ts';

/**
 * Approves a batch that somebody else made. Above the company's limit the first approval leaves it a draft and
 * another person gives the second. With the last one the money moves into clearing.
 * @throws payouts.no_batch, payouts.batch_state, identity.two_people, payouts.requisites_changed,
 * payouts.requisites_rejected
 */
export function approvePayoutBatch(
  ctx: Context,
  input: { batchId: Id<'payout_batch'> },
): Promise<{ state: BatchState }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.approve');
    const batch = await openBatch(tx, input.batchId);
    const { as, completes } = orRefuse(decideApproval(batch, tx.actor.id));
    await saveApproval(tx, batch.id, as, completes);
    if (completes) await moveToClearing(tx, batch);
    tx.audit({
      verb: 'payouts.approve_batch',
      subject: batch.id,
      change: { as, totalMinor: batch.totalMinor, payouts: batch.payouts },
    });
    if (completes) tx.emit({ type: 'payout.approved', batchId: batch.id, count: batch.payouts });
    return { state: completes ? 'approved' : 'draft' };
  });
}

async function moveToClearing(tx: Tx, batch: Batch): Promise<void> {
  const when = await payMoment(tx, batch.payOn);
  const payouts = await openPayoutsOf(tx, batch.id);
  await requisitesStand(tx, payouts);
  await postTransactions(
    tx,
    payouts.flatMap((payout) =>
      [payoutPosting(payout, when), setOffPosting(payout, when)].filter((posting) => posting !== null),
    ),
  );
  await markApproved(tx, batch.id);
}

/** The batch, locked. @throws payouts.no_batch */
export async function openBatch(tx: Tx, id: Id<'payout_batch'>): Promise<Batch> {
  return (await lockBatch(tx, id)) ?? refuse('not_found', 'payouts.no_batch');
}
