import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { BatchState } from '../contract/batch.ts';
import { checkBatch } from '../domain/batch-life.ts';
import { rights } from '../policy.ts';
import { endPayouts, openPayoutsOf } from '../store/payouts.ts';
import { openBatch } from './approve-payout-batch.ts';
import { finishIfDone } from './finish-batch.ts';
import { giveMoneyBack } from './give-money-back.ts';

/** Drops what is still open of a batch before it goes to the bank. @throws payouts.no_batch, payouts.batch_state */
export function cancelPayoutBatch(
  ctx: Context,
  input: { batchId: Id<'payout_batch'>; reason: string },
): Promise<{ state: BatchState }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.make');
    const batch = await openBatch(tx, input.batchId);
    const refusal = checkBatch(batch, 'cancel');
    if (refusal) throw refusal;
    const payouts = await openPayoutsOf(tx, batch.id);
    await giveMoneyBack(tx, payouts, input.reason);
    await endPayouts(
      tx,
      payouts.map((payout) => payout.id),
      { state: 'cancelled', reason: input.reason },
    );
    const state = await finishIfDone(tx, batch, input.reason);
    tx.audit({
      verb: 'payouts.cancel_batch',
      subject: batch.id,
      reason: input.reason,
      change: { payouts: payouts.length },
    });
    return { state };
  });
}
