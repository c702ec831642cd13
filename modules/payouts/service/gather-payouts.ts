import { currentRequisites } from '@mosty/directory';
import { accrualsForPayout, payoutMinimums } from '@mosty/incentives';
import { balancesOf } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Blocked } from '../contract/blocked.ts';
import { dueMinor, whyBlocked, type Candidate } from '../domain/choose.ts';
import { partnersInPayout } from '../store/payouts.ts';
import { readPolicy, type PayoutPolicy } from '../store/policy.ts';
import { isPayDayOpen } from './pay-moment.ts';

export interface WhatToPay {
  /** Earned up to the end of this month; unless told, of the month of `payOn`. */
  readonly through?: Month | undefined;
  /** The day the money leaves; today unless told. May lie in the past while its month is open. */
  readonly payOn?: BusinessDate | undefined;
  readonly currency?: string | undefined;
  readonly minimumMinor?: bigint | undefined;
}

export interface Gathered {
  readonly through: Month;
  readonly payOn: BusinessDate;
  readonly currency: string;
  readonly minimumMinor: bigint;
  readonly needsSecond: boolean;
  readonly totalMinor: bigint;
  readonly chosen: readonly Candidate[];
  readonly blocked: readonly { readonly candidate: Candidate; readonly reasons: readonly Blocked[] }[];
}

/**
 * Looks at everybody with something approved or on hold, and tells who can be paid and why the others cannot.
 * @throws payouts.through_after_pay_day, payouts.pay_day_closed
 */
export async function gatherPayouts(tx: Tx, input: WhatToPay): Promise<Gathered> {
  const payOn = input.payOn ?? businessDateOf(tx.now(), tx.zone);
  const through = input.through ?? monthOf(payOn);
  if (through > monthOf(payOn)) refuse('invalid', 'payouts.through_after_pay_day', { through, payOn });
  if (!(await isPayDayOpen(tx, payOn))) refuse('not_now', 'payouts.pay_day_closed', { day: payOn });
  const currency = input.currency ?? tx.currency;
  const minimumMinor = input.minimumMinor ?? 0n;
  const policy = await readPolicy(tx);
  const terms = { now: tx.now(), minimumMinor, requisites: policy.requisites };
  const judged = (await candidates(tx, through, currency)).map((candidate) => ({
    candidate,
    reasons: whyBlocked(candidate, terms),
  }));
  const chosen = judged.filter(({ reasons }) => reasons.length === 0).map(({ candidate }) => candidate);
  const totalMinor = chosen.reduce((sum, candidate) => sum + dueMinor(candidate), 0n);
  return {
    through,
    payOn,
    currency,
    minimumMinor,
    needsSecond: needsSecond(policy, totalMinor, currency === tx.currency),
    totalMinor,
    chosen,
    blocked: judged.filter(({ reasons }) => reasons.length > 0),
  };
}

/** The limit is in the company's currency; a batch in another one cannot be held against it, so it takes two. */
function needsSecond(
  { secondApproverAboveMinor }: PayoutPolicy,
  totalMinor: bigint,
  isOurCurrency: boolean,
): boolean {
  return secondApproverAboveMinor !== null && (!isOurCurrency || totalMinor > secondApproverAboveMinor);
}

/** Everybody with something approved or on hold in the currency. */
export async function candidates(
  tx: Tx,
  through: Month,
  currency: string,
  only?: readonly Id<'partner'>[],
): Promise<Candidate[]> {
  const payable = (await accrualsForPayout(tx, only ? { through, partnerIds: only } : { through })).filter(
    (one) => one.currency === currency,
  );
  const held = (await balancesOf(tx, { kinds: ['partner_on_hold'], partnerIds: only })).filter(
    (one) => one.currency === currency && one.amountMinor !== 0n,
  );
  const onHold = new Map(
    held.flatMap((one) => (one.partnerId ? [[one.partnerId, -one.amountMinor] as const] : [])),
  );
  const earned = new Map(payable.map((one) => [one.partnerId, one]));
  const inPayout = await partnersInPayout(tx, currency);
  const ids = [...new Set([...earned.keys(), ...onHold.keys()])].sort();
  const requisites = await currentRequisites(tx, ids);
  const minimums = await payoutMinimums(tx, ids);
  return ids.map((partnerId) => {
    const whereTo = requisites.get(partnerId);
    return {
      partnerId,
      earnedMinor: earned.get(partnerId)?.earnedMinor ?? 0n,
      carriedMinor: earned.get(partnerId)?.carriedMinor ?? 0n,
      onHoldMinor: onHold.get(partnerId) ?? 0n,
      minimumMinor: minimums.get(partnerId)?.get(currency) ?? 0n,
      whereTo: whereTo
        ? { requisitesId: whereTo.id, verdict: whereTo.verdict, frozenUntil: whereTo.frozenUntil }
        : null,
      openPayoutId: inPayout.get(partnerId) ?? null,
    };
  });
}
