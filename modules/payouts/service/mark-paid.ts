import { permit } from '@mosty/identity';
import { markAccrualsPaid } from '@mosty/incentives';
import { openPeriodFor, postTransactions } from '@mosty/ledger';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import type { BatchState } from '../contract/batch.ts';
import { checkBatch, earliestPaid } from '../domain/batch-life.ts';
import { paidPosting } from '../domain/postings/paid.ts';
import { told } from '../domain/told.ts';
import { rights } from '../policy.ts';
import { endPayouts, openPayoutsOf } from '../store/payouts.ts';
import { openBatch } from './approve-payout-batch.ts';
import { finishIfDone } from './finish-batch.ts';

export interface MarkPaid {
  readonly batchId: Id<'payout_batch'>;
  /** The day of the bank's statement; today unless told. */
  readonly paidOn?: BusinessDate | undefined;
  /** Those of the batch that the bank has taken; all that are open unless told. */
  readonly payoutIds?: readonly Id<'payout'>[] | undefined;
}

/**
 * The bank has taken the money. Of two people who say so at once, one is told that it was said already.
 * @throws payouts.no_batch, payouts.batch_state, payouts.not_open, payouts.paid_in_future, payouts.paid_too_early
 */
export function markPaid(
  ctx: Context,
  input: MarkPaid,
): Promise<{ state: BatchState; paid: number; paidMinor: bigint }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.pay');
    const today = businessDateOf(tx.now(), tx.zone);
    const paidOn = input.paidOn ?? today;
    if (paidOn > today) refuse('invalid', 'payouts.paid_in_future', { paidOn });
    const batch = await openBatch(tx, input.batchId);
    const refusal = checkBatch(batch, 'pay');
    if (refusal) throw refusal;
    const earliest = earliestPaid(batch, tx.zone);
    if (paidOn < earliest) refuse('invalid', 'payouts.paid_too_early', { paidOn, earliest });
    const wanted = input.payoutIds ? [...new Set(input.payoutIds)] : null;
    const payouts = await openPayoutsOf(tx, batch.id, wanted);
    if (payouts.length === 0 || payouts.length < (wanted?.length ?? 0))
      refuse('conflict', 'payouts.not_open');
    const at = startOfDay(paidOn, tx.zone);
    const when = { at, period: await openPeriodFor(tx, at) };
    const payoutIds = payouts.map((payout) => payout.id);
    await postTransactions(
      tx,
      payouts.map((payout) => paidPosting(payout, when)),
    );
    await endPayouts(tx, payoutIds, { state: 'paid', paidOn });
    await markAccrualsPaid(tx, { payoutIds, paidAt: at });
    const state = await finishIfDone(tx, batch, null);
    const paidMinor = payouts.reduce((sum, payout) => sum + payout.amountMinor, 0n);
    tx.audit({
      verb: 'payouts.mark_paid',
      subject: batch.id,
      change: { paidOn, paid: payouts.length, paidMinor },
    });
    for (const payout of payouts) tx.emit({ type: 'payout.paid', ...told(payout), paidOn });
    return { state, paid: payouts.length, paidMinor };
  });
}
