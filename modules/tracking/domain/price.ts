import type { Stacking } from '../contract/codes.ts';

const WHOLE_PPM = 1_000_000n;

interface Reductions {
  readonly discountPpm: bigint;
  readonly stacking: Stacking;
}

/**
 * How much a code can take off the price at worst, in ppm, rounded up: reductions on top of each other multiply what is
 * left, in any order. `ours` is the greatest the company gives without a code, `others` that of another such code.
 */
export function worstReduction(
  { discountPpm, stacking }: Reductions,
  { ours, others }: { readonly ours: bigint; readonly others: bigint },
): bigint {
  let remains = WHOLE_PPM - discountPpm;
  if (stacking !== 'alone') remains = (remains * (WHOLE_PPM - ours)) / WHOLE_PPM;
  if (stacking === 'with_any') remains = (remains * (WHOLE_PPM - others)) / WHOLE_PPM;
  return WHOLE_PPM - remains;
}
