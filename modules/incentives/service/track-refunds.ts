import { dealsRights } from '@mosty/deals';
import type { TrackedRefund } from '@mosty/deals/contract';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { TRACK_SOURCE, tellingOf, tellOnce } from '@mosty/tracking';
import { settleRefunds } from './settle-refunds.ts';

export interface RefundOutcome {
  readonly id: Id<'refund'>;
  readonly refundId: string;
  readonly invoiceId: string;
  readonly known: boolean;
}

/**
 * Refunds as a program tells them, in their order; one that comes before its sale waits for it.
 * @throws tracking.told_differently
 */
export function trackRefunds(ctx: Context, told: readonly TrackedRefund[]): Promise<RefundOutcome[]> {
  return transact(ctx, async (tx) => {
    permit(tx, dealsRights, 'refund.record');
    await tellOnce(
      tx,
      told.map((refund) => tellingOf('refund', refund.refundId, { ...refund })),
    );
    const { recorded, known } = await settleRefunds(tx, {
      source: TRACK_SOURCE,
      refunds: told.map((refund) => ({
        externalId: refund.refundId,
        saleExternalId: refund.invoiceId,
        link: 'sale' as const,
        occurredAt: refund.timestamp === undefined ? tx.now() : new Date(refund.timestamp),
        currency: (refund.currency ?? tx.currency).toUpperCase(),
        amountMicro: BigInt(refund.amount) * MICRO_PER_MINOR,
        reason: refund.reason,
      })),
    });
    const fresh = new Set<string>(recorded.map((refund) => refund.id));
    const byKey = new Map([...known, ...recorded].map((refund) => [refund.externalId, refund.id]));
    return told.flatMap(({ refundId, invoiceId }) => {
      const id = byKey.get(refundId);
      return id ? [{ id, refundId, invoiceId, known: !fresh.has(id) }] : [];
    });
  });
}
