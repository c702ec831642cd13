import type { Posting } from '@mosty/ledger';
import { keyOf, type Paying, type When } from './paying.ts';

/** What was taken back after a payout is settled by what was earned since. Null where there is nothing of it. */
export function setOffPosting(payout: Paying, when: When): Posting | null {
  const { partnerId, currency, carriedMinor } = payout;
  if (carriedMinor === 0n) return null;
  return {
    ...keyOf(payout, 'set_off'),
    effectiveAt: when.at,
    period: when.period,
    entries: [
      { account: { kind: 'partner_available', partnerId }, amountMinor: carriedMinor, currency },
      { account: { kind: 'clawback_receivable', partnerId }, amountMinor: -carriedMinor, currency },
    ],
  };
}
