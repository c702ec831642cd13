import { may } from '@mosty/identity';
import { earnedSince } from '@mosty/incentives';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, monthOf, monthRange } from '@mosty/kernel/time';
import { partnerOwed, payoutsRights } from '@mosty/payouts';

/** What a partner earned and is owed; null for whoever may not see money. */
export async function moneyOf(tx: Tx, partnerId: Id<'partner'>) {
  if (!may(tx, payoutsRights, 'money.read')) return null;
  const month = monthOf(businessDateOf(tx.now(), tx.zone));
  const { standing, nextPayoutOn } = await partnerOwed(tx, partnerId);
  const earned = await earnedSince(tx, partnerId, monthRange(month, tx.zone).from);
  return {
    month,
    nextPayoutOn,
    byCurrency: standing.map((one) => {
      const here = earned.find(({ currency }) => currency === one.currency);
      return {
        currency: one.currency,
        thisMonthMinor: here?.earnedMinor ?? 0n,
        thisMonthAccruals: here?.accruals ?? 0,
        payableMinor: one.availableMinor,
        inPaymentMinor: one.inPaymentMinor,
        pendingMinor: one.pendingMinor,
        onHoldMinor: one.onHoldMinor,
        clawbackMinor: one.clawbackMinor,
        maturesOn: here?.maturesOn ?? null,
      };
    }),
  };
}
