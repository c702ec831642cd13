import type { Id } from '@mosty/kernel/id';

/** What a payout tells outside: ids and the amount. */
export function told(payout: {
  readonly id: Id<'payout'>;
  readonly partnerId: Id<'partner'>;
  readonly amountMinor: bigint;
  readonly currency: string;
}) {
  const { id, partnerId, amountMinor, currency } = payout;
  return { payoutId: id, partnerId, amountMinor, currency };
}
