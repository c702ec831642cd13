import type { Id } from '@mosty/kernel/id';
import type { Instant } from '@mosty/kernel/time';
import type { Blocked } from '../contract/blocked.ts';

/** Where a partner's money would go, as finance sees it. */
export interface WhereTo {
  readonly requisitesId: Id<'requisites'>;
  readonly verdict: 'verified' | 'rejected' | null;
  readonly frozenUntil: Instant | null;
}

/** What a partner could be paid, in one currency. */
export interface Candidate {
  readonly partnerId: Id<'partner'>;
  /** Approved and not paid. */
  readonly earnedMinor: bigint;
  /** Taken back after it had been paid; zero or above. */
  readonly carriedMinor: bigint;
  readonly onHoldMinor: bigint;
  /** Of the partner's schemes. */
  readonly minimumMinor: bigint;
  readonly whereTo: WhereTo | null;
  readonly openPayoutId: Id<'payout'> | null;
}

export interface Terms {
  readonly now: Instant;
  readonly minimumMinor: bigint;
  readonly requisites: 'verified' | 'not_asked';
}

export function dueMinor(candidate: Pick<Candidate, 'earnedMinor' | 'carriedMinor'>): bigint {
  return candidate.earnedMinor - candidate.carriedMinor;
}

/** Every reason why the partner is not paid now, the first of them the weightiest. Empty: may be paid. */
export function whyBlocked(candidate: Candidate, terms: Terms): Blocked[] {
  const due = dueMinor(candidate);
  if (candidate.openPayoutId !== null)
    return [{ code: 'in_another_payout', params: { payoutId: candidate.openPayoutId } }];
  const held: Blocked[] =
    candidate.onHoldMinor > 0n
      ? [{ code: 'on_hold', params: { amountMinor: Number(candidate.onHoldMinor) } }]
      : [];
  if (due < 0n) return [{ code: 'negative_balance', params: { amountMinor: Number(due) } }, ...held];
  if (due === 0n) return held.length > 0 ? held : [{ code: 'nothing_due', params: {} }];
  const minimum = candidate.minimumMinor > terms.minimumMinor ? candidate.minimumMinor : terms.minimumMinor;
  const small: Blocked[] =
    due < minimum ? [{ code: 'below_minimum', params: { minimumMinor: Number(minimum) } }] : [];
  return [...small, ...requisitesTrouble(candidate.whereTo, terms)];
}

function requisitesTrouble(whereTo: WhereTo | null, { requisites, now }: Terms): Blocked[] {
  // A fresh change of the account waits whatever the company asks for: that is how money is stolen.
  if (whereTo?.frozenUntil && whereTo.frozenUntil > now) {
    return [{ code: 'requisites_frozen', params: { until: whereTo.frozenUntil.toISOString() } }];
  }
  // Nor is an account paid that somebody looked at and rejected.
  if (whereTo?.verdict === 'rejected') return [{ code: 'requisites_rejected', params: {} }];
  if (requisites === 'not_asked' || whereTo?.verdict === 'verified') return [];
  return [{ code: whereTo === null ? 'requisites_missing' : 'requisites_unverified', params: {} }];
}
