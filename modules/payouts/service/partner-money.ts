import { knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { accrualsForPayout } from '@mosty/incentives';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, monthOf, type BusinessDate } from '@mosty/kernel/time';
import type { Blocked } from '../contract/blocked.ts';
import { whyBlocked } from '../domain/choose.ts';
import { nextPayDay, overdueThrough } from '../domain/pay-day.ts';
import { rights } from '../policy.ts';
import { broughtBy, paidTo, standingOf, type Brought, type Standing } from '../store/money.ts';
import { readPolicy, type PayoutPolicy } from '../store/policy.ts';
import { candidates } from './gather-payouts.ts';

export interface PartnerMoney {
  readonly partnerId: Id<'partner'>;
  /** The company's currency first, and always there. */
  readonly standing: readonly (Standing & {
    readonly paidMinor: bigint;
    readonly overdueMinor: bigint;
    readonly blockedBecause: Blocked[];
  })[];
  readonly brought: readonly Brought[];
  readonly nextPayoutOn: BusinessDate;
}

/** What we owe one partner, what it is made of, when it is paid and what blocks it. */
export function partnerMoney(ctx: Context, input: { partnerId: Id<'partner'> }): Promise<PartnerMoney> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'money.read');
    const { id: partnerId } = await knownPartner(tx, input.partnerId);
    const policy = await beyondPartner(tx, () => readPolicy(tx));
    const today = businessDateOf(tx.now(), tx.zone);
    const paid = await paidTo(tx, partnerId);
    const standings = ourCurrencyFirst(await standingOf(tx, partnerId), tx.currency);
    const late = await accrualsForPayout(tx, {
      through: overdueThrough(today, policy.payDay),
      partnerIds: [partnerId],
    });
    const standing = [];
    for (const one of standings) {
      const overdue = late.find(({ currency }) => currency === one.currency);
      const overdueMinor = overdue ? overdue.earnedMinor - overdue.carriedMinor : 0n;
      standing.push({
        ...one,
        paidMinor: paid.get(one.currency) ?? 0n,
        overdueMinor: overdueMinor > 0n ? overdueMinor : 0n,
        blockedBecause: (await blockedNow(tx, policy, one.currency, [partnerId])).get(partnerId) ?? [],
      });
    }
    return {
      partnerId,
      standing,
      brought: await broughtBy(tx, partnerId),
      nextPayoutOn: nextPayDay(today, policy.payDay),
    };
  });
}

/** Why each of these partners would not be paid if a batch were made today. */
export async function blockedNow(
  tx: Tx,
  policy: PayoutPolicy,
  currency: string,
  partnerIds: readonly Id<'partner'>[],
): Promise<Map<string, Blocked[]>> {
  const through = monthOf(businessDateOf(tx.now(), tx.zone));
  const terms = { now: tx.now(), minimumMinor: 0n, requisites: policy.requisites };
  const found = await candidates(tx, through, currency, partnerIds);
  return new Map(found.map((candidate) => [candidate.partnerId, whyBlocked(candidate, terms)]));
}

const NOTHING = {
  pendingMinor: 0n,
  onHoldMinor: 0n,
  availableMinor: 0n,
  inPaymentMinor: 0n,
  clawbackMinor: 0n,
  owedMinor: 0n,
};

export function ourCurrencyFirst<Row extends Standing>(
  rows: readonly Row[],
  currency: string,
): (Row | Standing)[] {
  const ours = rows.find((row) => row.currency === currency) ?? { currency, ...NOTHING };
  return [ours, ...rows.filter((row) => row.currency !== currency)];
}
