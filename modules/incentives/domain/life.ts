import type { AccountKind } from '@mosty/ledger';
import type { BusinessDate, Instant } from '@mosty/kernel/time';
import type { AccrualLife, AccrualState, StoredAccrual } from './accrual.ts';

/**
 * Where the money of an accrual lies while it is not paid. What was reversed left from where it lay; what was given up
 * lies where we wrote it off.
 */
export function bucketOf(state: AccrualState, carried: boolean): AccountKind {
  if (carried) return 'clawback_receivable';
  if (state === 'waived') return 'write_off';
  if (state === 'pending') return 'partner_pending';
  return state === 'on_hold' ? 'partner_on_hold' : 'partner_available';
}

export const AUTOMATIC = 'auto';

/**
 * A new accrual is approved at once where nobody has to look and the validation period is over. What a credit to a
 * client takes away waits for neither: the sales that it makes smaller could be paid whole meanwhile.
 */
export function lifeAtBirth(
  accrual: {
    readonly approval: 'auto' | 'manual';
    readonly maturesOn: BusinessDate;
    readonly amountMinor: bigint;
  },
  now: { readonly at: Instant; readonly day: BusinessDate },
): AccrualLife {
  const waits = accrual.approval === 'manual' || accrual.maturesOn > now.day;
  if (accrual.amountMinor < 0n || !waits) {
    return { state: 'approved', approvedAt: now.at, approvedBy: AUTOMATIC, holdId: null };
  }
  return { state: 'pending', approvedAt: null, approvedBy: null, holdId: null };
}

/**
 * The life of what takes from an accrual or mends it. It lies in the same bucket and moves with it. Once the
 * accrual was paid out there is nothing to take from: the debt is carried, to be set off against what is earned next.
 */
export function lifeBeside(
  of: Pick<StoredAccrual, 'state' | 'carried' | 'approvedAt' | 'approvedBy' | 'holdId' | 'payoutId'>,
  amountMinor: bigint,
): AccrualLife & { readonly carried: boolean } {
  const { approvedAt, approvedBy, holdId } = of;
  switch (of.state) {
    case 'pending':
    case 'on_hold':
      return { state: of.state, approvedAt, approvedBy, holdId, carried: false };
    case 'approved': {
      // A debt that a payout under way sets off is settled by it: what is given back of it is earned, and no debt.
      const carried = of.carried && (of.payoutId === null || amountMinor < 0n);
      return { state: 'approved', approvedAt, approvedBy, holdId: null, carried };
    }
    case 'paid':
      return { state: 'approved', approvedAt, approvedBy, holdId: null, carried: amountMinor < 0n };
    case 'waived': {
      // The partner never had it: a refund takes from nobody, and once taken back gives to nobody. What is found above
      // the sum that was given up is earned.
      const isAbove = of.payoutId !== null && amountMinor > 0n;
      return { state: isAbove ? 'approved' : 'waived', approvedAt, approvedBy, holdId: null, carried: false };
    }
    case 'reversed':
      return {
        state: approvedAt ? 'approved' : 'pending',
        approvedAt,
        approvedBy,
        holdId: null,
        carried: false,
      };
  }
}

const SETTLED: readonly AccrualState[] = ['paid', 'waived', 'reversed'];

/** Still ours to take back: not settled and not in a payout that is being made. */
export function isOpen(accrual: Pick<StoredAccrual, 'state' | 'payoutId'>): boolean {
  return accrual.payoutId === null && !SETTLED.includes(accrual.state);
}
