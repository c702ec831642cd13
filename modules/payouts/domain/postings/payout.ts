import type { Posting } from '@mosty/ledger';
import { keyOf, type Paying, type When } from './paying.ts';

/** Approved: what we owe the partner is on its way. It stays our debt until the bank has taken it. */
export function payoutPosting(payout: Paying, when: When): Posting {
  const { partnerId, currency, amountMinor } = payout;
  return {
    ...keyOf(payout, 'payout'),
    effectiveAt: when.at,
    period: when.period,
    entries: [
      { account: { kind: 'partner_available', partnerId }, amountMinor, currency },
      { account: { kind: 'payout_clearing', partnerId }, amountMinor: -amountMinor, currency },
    ],
  };
}
