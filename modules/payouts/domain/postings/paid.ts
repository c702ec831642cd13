import type { Posting } from '@mosty/ledger';
import { keyOf, type Paying, type When } from './paying.ts';

/** The bank has taken it: the debt is gone and clearing is back at zero. */
export function paidPosting(payout: Paying, when: When): Posting {
  const { partnerId, currency, amountMinor } = payout;
  return {
    ...keyOf(payout, 'paid'),
    effectiveAt: when.at,
    period: when.period,
    entries: [
      { account: { kind: 'payout_clearing', partnerId }, amountMinor, currency },
      { account: { kind: 'bank' }, amountMinor: -amountMinor, currency },
    ],
  };
}
