import { divide, PPM } from '@mosty/kernel/money';

/** Two ways to pay the same sales: a fixed sum each month with a percent, or a percent alone. */
export interface TwoWays {
  readonly fixedMinor: bigint;
  readonly hybridRatePpm: bigint;
  readonly flatRatePpm: bigint;
  /** A month in which a partner is paid less than this is a thin one. */
  readonly leastMinor: bigint;
}

export type Way = 'hybrid' | 'flat';

/** What each month of one partner would have cost either way. Whole numbers of the least unit, below 2^53. */
export interface PaidMonths {
  readonly months: number;
  readonly paid: Readonly<Record<Way, Float64Array>>;
  /** The fixed sum of a month in which nothing was sold: the company paid for no sales. */
  readonly unsold: Float64Array;
  /** 1 in a month that is thin. */
  readonly thin: Readonly<Record<Way, Uint8Array>>;
}

export function paidMonths(soldMinor: readonly bigint[], ways: TwoWays): PaidMonths {
  const share = (sold: bigint, ratePpm: bigint) => divide(sold * ratePpm, PPM, 'half_away_from_zero');
  const hybrid = soldMinor.map((sold) => ways.fixedMinor + share(sold, ways.hybridRatePpm));
  const flat = soldMinor.map((sold) => share(sold, ways.flatRatePpm));
  const isThin = (paid: readonly bigint[]) =>
    Uint8Array.from(paid, (minor) => (minor < ways.leastMinor ? 1 : 0));
  return {
    months: soldMinor.length,
    paid: { hybrid: Float64Array.from(hybrid, Number), flat: Float64Array.from(flat, Number) },
    unsold: Float64Array.from(soldMinor, (sold) => (sold > 0n ? 0 : Number(ways.fixedMinor))),
    thin: { hybrid: isThin(hybrid), flat: isThin(flat) },
  };
}
