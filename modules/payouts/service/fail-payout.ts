import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { BatchState } from '../contract/batch.ts';
import { checkBatch } from '../domain/batch-life.ts';
import { told } from '../domain/told.ts';
import { rights } from '../policy.ts';
import { endPayouts, findPayout, openPayoutsOf } from '../store/payouts.ts';
import { openBatch } from './approve-payout-batch.ts';
import { finishIfDone } from './finish-batch.ts';
import { giveMoneyBack } from './give-money-back.ts';

/** The bank refused a payout: what it held is due again. @throws payouts.no_payout, payouts.not_open, payouts.batch_state */
export function failPayout(
  ctx: Context,
  input: { payoutId: Id<'payout'>; reason: string },
): Promise<{ state: BatchState }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.pay');
    const found = (await findPayout(tx, input.payoutId)) ?? refuse('not_found', 'payouts.no_payout');
    const batch = await openBatch(tx, found.batchId);
    const refusal = checkBatch(batch, 'pay');
    if (refusal) throw refusal;
    const [payout] = await openPayoutsOf(tx, batch.id, [found.id]);
    if (!payout) return refuse('conflict', 'payouts.not_open');
    await giveMoneyBack(tx, [payout], input.reason);
    await endPayouts(tx, [payout.id], { state: 'failed', reason: input.reason });
    const state = await finishIfDone(tx, batch, input.reason);
    tx.audit({ verb: 'payouts.fail_payout', subject: payout.id, reason: input.reason });
    tx.emit({ type: 'payout.failed', ...told(payout) });
    return { state };
  });
}
