import { markAccrualsPaid, markAccrualsWaived, takeAccruals } from '@mosty/incentives';
import { openPeriodFor, postTransactions, type Posting } from '@mosty/ledger';
import { systemActor, type Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { monthOfInstant } from '@mosty/kernel/time';
import type { When } from '../domain/postings/paying.ts';

interface Settling {
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly carriedMinor: bigint;
  readonly settlementId: Id<'payout'>;
}

interface Settlement {
  readonly moved: string;
  /** By whom: we give up a debt of the partner's, what it earned is set off; or the partner what it earned, and has not had it. */
  readonly given: 'by_us' | 'by_partner';
  readonly reason?: string;
  readonly posting: (when: When) => Posting;
}

/**
 * Settles everything open of a partner in one currency at once, without a payment: of two who try, the other finds
 * nothing. The caller has asked its own right, and signs the movement; the accruals are moved by the rule.
 * @throws `moved` when what is open is not what was agreed on
 */
export async function settleOpen(
  tx: Tx,
  one: Settling,
  { moved, given, reason, posting }: Settlement,
): Promise<void> {
  const at = tx.now();
  const { partnerId, currency, settlementId } = one;
  const system: Tx = { ...tx, actor: systemActor('payouts.settle_open') };
  const [taken] = await takeAccruals(system, {
    through: monthOfInstant(at, tx.zone),
    payouts: [{ payoutId: settlementId, partnerId, currency }],
  });
  if (taken?.earnedMinor !== one.earnedMinor || taken.carriedMinor !== one.carriedMinor)
    refuse('conflict', moved, { partnerId });
  await postTransactions(tx, [posting({ at, period: await openPeriodFor(tx, at), reason })]);
  const payoutIds = [settlementId];
  if (given === 'by_us') await markAccrualsPaid(system, { payoutIds, paidAt: at });
  else await markAccrualsWaived(system, { payoutIds, waivedAt: at });
}
