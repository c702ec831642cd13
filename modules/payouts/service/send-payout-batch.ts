import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { BatchState } from '../contract/batch.ts';
import { checkBatch } from '../domain/batch-life.ts';
import { rights } from '../policy.ts';
import { saveSent } from '../store/batches.ts';
import { openBatch } from './approve-payout-batch.ts';

/** The register went to the bank: from now on the batch cannot be cancelled. @throws payouts.no_batch, payouts.batch_state */
export function sendPayoutBatch(
  ctx: Context,
  input: { batchId: Id<'payout_batch'> },
): Promise<{ state: BatchState }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.pay');
    const batch = await openBatch(tx, input.batchId);
    const refusal = checkBatch(batch, 'send');
    if (refusal) throw refusal;
    await saveSent(tx, batch.id);
    tx.audit({ verb: 'payouts.send_batch', subject: batch.id });
    return { state: 'sent' };
  });
}
