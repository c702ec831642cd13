import { permit } from '@mosty/identity';
import { takeAccruals } from '@mosty/incentives';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { dueMinor } from '../domain/choose.ts';
import { told } from '../domain/told.ts';
import { rights } from '../policy.ts';
import { holdBatchMaking, insertBatch, insertBlocked } from '../store/batches.ts';
import { insertPayouts, type Payout } from '../store/payouts.ts';
import { gatherPayouts, type Gathered, type WhatToPay } from './gather-payouts.ts';

export interface MadeBatch {
  readonly batchId: Id<'payout_batch'>;
  readonly payouts: number;
  readonly totalMinor: bigint;
  readonly blocked: number;
}

/** What a batch would hold. Nothing is made. */
export function previewPayoutBatch(ctx: Context, input: WhatToPay): Promise<Gathered> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'payout.make');
    return gatherPayouts(tx, input);
  });
}

/**
 * Gathers what is due into a batch that another person approves, and writes down who was left out and why. Its
 * accruals belong to it from now on: a refund that comes later is set off by the next payout.
 * @throws payouts.nothing_to_pay, payouts.through_after_pay_day, payouts.pay_day_closed
 */
export function makePayoutBatch(ctx: Context, input: WhatToPay): Promise<MadeBatch> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'payout.make');
    await holdBatchMaking(tx);
    const gathered = await gatherPayouts(tx, input);
    const { chosen, blocked, totalMinor, through, payOn, currency, minimumMinor, needsSecond } = gathered;
    if (chosen.length === 0) refuse('not_now', 'payouts.nothing_to_pay', { blocked: blocked.length });
    const batchId = tx.id('payout_batch');
    await insertBatch(tx, { id: batchId, through, payOn, currency, minimumMinor, needsSecond });
    const payouts = await takeMoney(tx, batchId, gathered);
    await insertPayouts(tx, payouts);
    await insertBlocked(
      tx,
      batchId,
      blocked.map(({ candidate, reasons }) => ({
        partnerId: candidate.partnerId,
        amountMinor: dueMinor(candidate),
        reasons,
      })),
    );
    tx.audit({
      verb: 'payouts.make_batch',
      subject: batchId,
      change: {
        through,
        payOn,
        currency,
        payouts: chosen.length,
        totalMinor,
        blocked: blocked.length,
        needsSecond,
      },
    });
    emitParts(tx, payouts, (part) => ({
      type: 'payout.created',
      batchId,
      count: part.length,
      payouts: part.map(told),
    }));
    emitBlocked(tx, batchId, gathered);
    return { batchId, payouts: chosen.length, totalMinor, blocked: blocked.length };
  });
}

/** What stands between a partner and its money, and that the partner itself can put right. */
const THEIRS_TO_MEND: ReadonlySet<string> = new Set(['requisites_missing', 'requisites_rejected']);

/** Whoever was left out with money due: counted for the team, and told to a partner that can do something about it. */
function emitBlocked(tx: Tx, batchId: Id<'payout_batch'>, { blocked, currency }: Gathered): void {
  const waiting = blocked.filter(({ candidate }) => dueMinor(candidate) > 0n);
  if (waiting.length === 0) return;
  tx.emit({ type: 'payout_batch.blocked', batchId, count: waiting.length });
  for (const { candidate, reasons } of waiting)
    if (reasons.some(({ code }) => THEIRS_TO_MEND.has(code)))
      tx.emit({
        type: 'payout.blocked',
        batchId,
        partnerId: candidate.partnerId,
        amountMinor: dueMinor(candidate),
        currency,
      });
}

/** Puts the accruals into their payouts; what was taken must be to the kopeck what was judged a moment ago. */
async function takeMoney(
  tx: Tx,
  batchId: Id<'payout_batch'>,
  { chosen, through, currency }: Gathered,
): Promise<Payout[]> {
  const named = chosen.map((candidate) => ({ candidate, payoutId: tx.id('payout') }));
  const taken = await takeAccruals(tx, {
    through,
    payouts: named.map(({ candidate, payoutId }) => ({ payoutId, partnerId: candidate.partnerId, currency })),
  });
  const byPayout = new Map(taken.map((one) => [one.payoutId, one]));
  return named.map(({ candidate, payoutId }) => {
    const got = byPayout.get(payoutId);
    if (got?.earnedMinor !== candidate.earnedMinor || got.carriedMinor !== candidate.carriedMinor) {
      return refuse('conflict', 'payouts.money_moved', { partnerId: candidate.partnerId });
    }
    return {
      id: payoutId,
      batchId,
      partnerId: candidate.partnerId,
      currency,
      earnedMinor: got.earnedMinor,
      carriedMinor: got.carriedMinor,
      amountMinor: dueMinor(candidate),
      accruals: got.accruals,
      requisitesId: candidate.whereTo?.requisitesId ?? null,
      state: 'draft',
      paidOn: null,
      endReason: null,
    };
  });
}
