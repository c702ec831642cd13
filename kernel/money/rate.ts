import type { Exact } from './exact.ts';
import { MICRO_PER_MINOR } from './exact.ts';
import type { Money } from './money.ts';
import { divide, type Rounding } from './round.ts';

/** A share or percent in parts per million: 10 % is 100 000. A type of its own, so kopecks never meet percents. */
export interface Rate {
  readonly ppm: bigint;
}

export const PPM = 1_000_000n;
export const WHOLE: Rate = { ppm: PPM };

export function rate(ppm: bigint): Rate {
  return { ppm };
}

/** Percent with at most four decimals given as text («12,5» is 125 000 ppm). */
export function percent(whole: bigint): Rate {
  return { ppm: whole * 10_000n };
}

/** `base × rate`, computed exactly and rounded once. */
export function rateOf(base: Exact, by: Rate, rounding: Rounding): Money {
  return { minor: divide(base.micro * by.ppm, PPM * MICRO_PER_MINOR, rounding), currency: base.currency };
}
