import type { Tx } from '@mosty/kernel/context';
import type { BatchState } from '../contract/batch.ts';
import { findBatch, saveFinished, type Batch } from '../store/batches.ts';
import { openPayoutsOf } from '../store/payouts.ts';

/** A batch is over with its last open payout: paid, or dropped when the bank took none of it. */
export async function finishIfDone(tx: Tx, batch: Batch, reason: string | null): Promise<BatchState> {
  if ((await openPayoutsOf(tx, batch.id)).length > 0) return batch.state;
  const paid = (await findBatch(tx, batch.id))?.paidMinor ?? 0n;
  const end =
    paid === 0n && reason !== null ? ({ state: 'cancelled', reason } as const) : ({ state: 'paid' } as const);
  await saveFinished(tx, batch.id, end);
  return end.state;
}
