import { holdFirstPayments, resetFirstPayments } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { touchedDays } from '../domain/sales.ts';
import { rights } from '../policy.ts';
import { markRefundsReversed, unmatchRefundsOf } from '../store/refunds.ts';
import { holdMatching } from '../store/matching.ts';
import { earliestStanding, markSalesReversed, sourcesOfSales, type ReversedSale } from '../store/sales.ts';
import { unlinkSales } from './link-sales.ts';

/**
 * Takes sales back as if their import had never been: they stay on record, marked, and count no more. The money
 * is reversed by incentives in the same transaction, after this. Their refunds wait again for a sale, and what they
 * paid first is forgotten.
 */
export function reverseSales(ctx: Context, input: { saleIds: readonly Id<'sale'>[]; reason: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sale.reverse');
    for (const source of await sourcesOfSales(tx, input.saleIds))
      await holdMatching(tx, source, 'with_others');
    const reversed = await markSalesReversed(tx, input.saleIds, input.reason);
    await unlinkSales(
      tx,
      reversed.map((sale) => sale.id),
    );
    const waitingRefundIds = await unmatchRefundsOf(
      tx,
      reversed.map((sale) => sale.id),
    );
    await forgetFirstPayments(tx, reversed);
    if (reversed[0]) {
      tx.audit({
        verb: 'deals.reverse_sales',
        subject: reversed[0].id,
        reason: input.reason,
        change: { count: reversed.length, last: reversed.at(-1)?.id },
      });
      tx.emit({
        type: 'sale.reversed',
        days: touchedDays(
          reversed.map((sale) => sale.occurred_at),
          tx.zone,
        ),
      });
    }
    return { reversed: reversed.map((sale) => sale.id), waitingRefundIds };
  });
}

/** A client's first payment is the earliest that still stands. */
async function forgetFirstPayments(tx: Tx, reversed: readonly ReversedSale[]): Promise<void> {
  const held = await holdFirstPayments(
    tx,
    reversed.flatMap((sale) => sale.client_id ?? []),
  );
  const paid = [...held].flatMap(([clientId, since]) => (since ? [{ clientId, since }] : []));
  const standing = await earliestStanding(tx, paid);
  await resetFirstPayments(
    tx,
    paid.map(({ clientId }) => ({ clientId, occurredAt: standing.get(clientId) ?? null })),
  );
}

export function reverseRefunds(ctx: Context, input: { refundIds: readonly Id<'refund'>[]; reason: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sale.reverse');
    const reversed = await markRefundsReversed(tx, input.refundIds, input.reason);
    if (reversed[0]) {
      tx.audit({
        verb: 'deals.reverse_refunds',
        subject: reversed[0].id,
        reason: input.reason,
        change: { count: reversed.length },
      });
      tx.emit({
        type: 'refund.reversed',
        days: touchedDays(
          reversed.map((refund) => refund.occurred_at),
          tx.zone,
        ),
      });
    }
    return { reversed: reversed.map((refund) => refund.id) };
  });
}
