import type { Posting } from '@mosty/ledger';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { When } from './paying.ts';

export interface Waiving {
  readonly id: Id<'waiver'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: Currency;
  /** Approved and not paid. */
  readonly earnedMinor: bigint;
  /** Taken back after payouts: set off first. */
  readonly carriedMinor: bigint;
}

/**
 * What we owed and the partner gave up: our debt is gone, and so is what stood against it; the rest is entered as written
 * off. What was accrued stays a cost of its sales in the economy. Where the word is seen stands with the waiver alone:
 * entries are read by the partner and kept for ever.
 */
export function waiverPosting(waiver: Waiving, when: When): Posting {
  const { partnerId, currency, earnedMinor, carriedMinor } = waiver;
  const entries: Posting['entries'] = [
    { account: { kind: 'partner_available', partnerId }, amountMinor: earnedMinor, currency },
    { account: { kind: 'clawback_receivable', partnerId }, amountMinor: -carriedMinor, currency },
    { account: { kind: 'write_off' }, amountMinor: carriedMinor - earnedMinor, currency },
  ];
  return {
    sourceKind: 'waiver',
    sourceId: waiver.id,
    kind: 'waiver',
    effectiveAt: when.at,
    period: when.period,
    entries: entries.filter((entry) => entry.amountMinor !== 0n),
  };
}
