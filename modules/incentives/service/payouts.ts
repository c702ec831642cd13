import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, type Instant, type Month } from '@mosty/kernel/time';
import { isVersion, schemeBook } from '../domain/scheme-book.ts';
import { rights } from '../policy.ts';
import { assignmentsOfPartners } from '../store/assignments.ts';
import {
  leavePayouts,
  markPaid,
  markWaived,
  payableSums,
  takeIntoPayouts,
  type Payable,
  type PayoutOf,
} from '../store/payouts.ts';
import { publishedVersions } from '../store/schemes.ts';

/**
 * What may be paid out of accruals of months up to and including `through`, per partner and currency. What refunds
 * took after it had been paid is carried apart: `earnedMinor - carriedMinor` is what may leave, when it is above zero.
 */
export function accrualsForPayout(
  tx: Tx,
  input: { through: Month; partnerIds?: readonly Id<'partner'>[] },
): Promise<Payable[]> {
  return payableSums(tx, input.through, input.partnerIds ?? null);
}

/** Puts those accruals into payouts: from now on refunds do not settle with them. Answers what each payout took. */
export function takeAccruals(ctx: Context, input: { through: Month; payouts: readonly PayoutOf[] }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.pay');
    const taken = await takeIntoPayouts(tx, input.through, input.payouts);
    tx.emit({ type: 'accrual.in_payout', payoutIds: input.payouts.map((payout) => payout.payoutId) });
    return taken;
  });
}

/** Money left for these payouts. The movements in the ledger are the caller's. Safe to repeat. */
export function markAccrualsPaid(
  ctx: Context,
  input: { payoutIds: readonly Id<'payout'>[]; paidAt: Instant },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.pay');
    const paid = await markPaid(tx, input.payoutIds, input.paidAt);
    tx.emit({ type: 'accrual.paid', payoutIds: [...input.payoutIds], count: paid });
    return { paid };
  });
}

/**
 * The partner gave up what these settlements took: nothing left, and nobody outside is told of a payment. The movements
 * in the ledger are the caller's. Safe to repeat.
 */
export function markAccrualsWaived(
  ctx: Context,
  input: { payoutIds: readonly Id<'payout'>[]; waivedAt: Instant },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.pay');
    const waived = await markWaived(tx, input.payoutIds, input.waivedAt);
    tx.emit({ type: 'accrual.waived', payoutIds: [...input.payoutIds], count: waived });
    return { waived };
  });
}

/** Payouts that were cancelled, or came back from the bank: their accruals are payable again. */
export function releaseAccruals(ctx: Context, input: { payoutIds: readonly Id<'payout'>[] }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.pay');
    const released = await leavePayouts(tx, input.payoutIds);
    tx.emit({ type: 'accrual.left_payout', payoutIds: [...input.payoutIds], count: released });
    return { released };
  });
}

/**
 * The least sum worth paying each partner, by currency: the greatest of what the schemes that pay it today say.
 * A partner without one, or in another currency, has no minimum.
 */
export async function payoutMinimums(
  tx: Tx,
  partnerIds: readonly Id<'partner'>[],
): Promise<Map<string, Map<string, bigint>>> {
  const today = businessDateOf(tx.now(), tx.zone);
  const assignments = (await assignmentsOfPartners(tx, partnerIds)).filter(
    (one) => one.validFrom <= today && (one.validTo === null || today < one.validTo),
  );
  const versions = await publishedVersions(tx, [...new Set(assignments.map((one) => one.schemeId))]);
  const book = schemeBook(assignments, versions);
  const minimums = new Map<string, Map<string, bigint>>();
  for (const { partnerId, agreementId, role } of assignments) {
    const found = book.find(agreementId, role, today);
    if (!isVersion(found) || found.terms.currency === null) continue;
    const { currency, minimumPayoutMinor } = found.terms;
    const ofPartner = minimums.get(partnerId) ?? new Map<string, bigint>();
    const before = ofPartner.get(currency) ?? 0n;
    ofPartner.set(currency, before > BigInt(minimumPayoutMinor) ? before : BigInt(minimumPayoutMinor));
    minimums.set(partnerId, ofPartner);
  }
  return minimums;
}
