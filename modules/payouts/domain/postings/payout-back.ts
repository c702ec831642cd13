import type { Posting } from '@mosty/ledger';
import { keyOf, type Paying, type When } from './paying.ts';
import { payoutPosting } from './payout.ts';
import { setOffPosting } from './set-off.ts';

/** An approved payout that failed or was cancelled: the money, and what it had set off, are where they were. */
export function payoutBackPostings(payout: Paying, when: When): Posting[] {
  const forth = [payoutPosting(payout, when), setOffPosting(payout, when)].filter(
    (posting) => posting !== null,
  );
  return forth.map((posting) => ({
    ...posting,
    kind: `${posting.kind}_back`,
    reason: when.reason,
    reverses: keyOf(payout, posting.kind),
    entries: posting.entries.map((entry) => ({ ...entry, amountMinor: -entry.amountMinor })),
  }));
}
