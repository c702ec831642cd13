import type { BusinessKey } from '@mosty/ledger';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { Instant, Month } from '@mosty/kernel/time';

/** As much of a payout as its movements need. */
export interface Paying {
  readonly id: Id<'payout'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: Currency;
  readonly amountMinor: bigint;
  /** Taken back after it had been paid, and set off by this payout. */
  readonly carriedMinor: bigint;
}

export interface When {
  readonly at: Instant;
  readonly period: Month;
  readonly reason?: string | undefined;
}

export function keyOf(payout: Paying, kind: string): BusinessKey {
  return { sourceKind: 'payout', sourceId: payout.id, kind };
}
