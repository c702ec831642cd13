import type { Currency } from '@mosty/kernel/money';
import type { BusinessDate } from '@mosty/kernel/time';
import type { DealRole } from '@mosty/attribution/contract';
import type { Line } from '../contract/explanation.ts';

/** What the agreement had brought and earned in this role before the sale that is being priced. */
export interface Progress {
  /** Within the window of the scheme's levels: the month or quarter of the sale, or ever. */
  readonly windowMicro: bigint;
  readonly windowCount: bigint;
  /** Commission of the sale's month, and of all time, in the sale's currency. */
  readonly monthMinor: bigint;
  readonly totalMinor: bigint;
}

export const NO_PROGRESS: Progress = { windowMicro: 0n, windowCount: 0n, monthMinor: 0n, totalMinor: 0n };

/** Everything a scheme may look at. A credit to a client as a whole is a sale with a minus. */
export interface Facts {
  readonly amountMicro: bigint;
  readonly currency: Currency;
  /** VAT inside the amount, where the source told it. */
  readonly vatMicro: bigint | null;
  /** The price before discount, where the source told it. */
  readonly listMinor: bigint | null;
  readonly day: BusinessDate;
  readonly isFirst: boolean;
  /** Day of the client's first payment; null where the client is unknown. */
  readonly firstPaidOn: BusinessDate | null;
  readonly role: DealRole;
  /** Shares of everybody whom this scheme pays for this role in this sale; `place` is ours among them. */
  readonly sharesPpm: readonly bigint[];
  readonly place: number;
  readonly progress: Progress;
}

export const WHOLE_SHARE: readonly bigint[] = [1_000_000n];

/** Millionths of a minor unit times parts per million: products of both are exact in it. */
export const PICO_PER_MINOR = 1_000_000_000_000n;

/** What one shape pays for a sale, before share, VAT on top and rounding. */
export interface Paid {
  readonly kind: 'commission' | 'bonus';
  readonly pico: bigint;
  readonly ratePpm: bigint | null;
  readonly lines: readonly Line[];
}

/** One accrual to be. */
export interface Part {
  readonly kind: 'commission' | 'bonus';
  readonly baseMicro: bigint;
  readonly ratePpm: bigint | null;
  readonly amountMinor: bigint;
  readonly lines: readonly Line[];
}

export interface Pricing {
  /** At least one: a sale that earns nothing says why. */
  readonly parts: readonly Part[];
  /** Whether the sale counts towards levels: one below the floor does not. */
  readonly counts: boolean;
}
