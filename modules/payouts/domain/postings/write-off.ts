import type { Posting } from '@mosty/ledger';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { When } from './paying.ts';

export interface WritingOff {
  readonly id: Id<'write_off'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: Currency;
  /** Earned and not paid: set off first; may itself be below zero. */
  readonly earnedMinor: bigint;
  /** The debt carried from what was taken back after payouts. */
  readonly carriedMinor: bigint;
}

/** A partner's debt that we give up: whatever was earned meanwhile settles a part of it, the rest is our loss. */
export function writeOffPosting(writeOff: WritingOff, when: When): Posting {
  const { partnerId, currency, earnedMinor, carriedMinor } = writeOff;
  const entries: Posting['entries'] = [
    { account: { kind: 'write_off' }, amountMinor: carriedMinor - earnedMinor, currency },
    { account: { kind: 'partner_available', partnerId }, amountMinor: earnedMinor, currency },
    { account: { kind: 'clawback_receivable', partnerId }, amountMinor: -carriedMinor, currency },
  ];
  return {
    sourceKind: 'write_off',
    sourceId: writeOff.id,
    kind: 'write_off',
    effectiveAt: when.at,
    period: when.period,
    reason: when.reason,
    entries: entries.filter((entry) => entry.amountMinor !== 0n),
  };
}
