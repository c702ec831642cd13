/**
 * Named roundings. The default of the product is half away from zero: what an accountant does by hand,
 * and symmetric, so a clawback of the whole is the exact negative of the accrual.
 */
export type Rounding = 'half_away_from_zero' | 'half_even' | 'toward_zero' | 'away_from_zero';

export const ROUNDINGS: readonly Rounding[] = [
  'half_away_from_zero',
  'half_even',
  'toward_zero',
  'away_from_zero',
];

/** numerator / denominator as an integer, rounded as named. The denominator is positive. */
export function divide(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator <= 0n) throw new Error('the denominator must be positive');
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  const whole = size / denominator;
  const rest = size % denominator;
  const up = rest > 0n && roundsUp(rounding, rest * 2n, denominator, whole);
  const result = up ? whole + 1n : whole;
  return negative ? -result : result;
}

function roundsUp(rounding: Rounding, twiceRest: bigint, denominator: bigint, whole: bigint): boolean {
  switch (rounding) {
    case 'half_away_from_zero':
      return twiceRest >= denominator;
    case 'half_even':
      return twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
    case 'toward_zero':
      return false;
    case 'away_from_zero':
      return true;
  }
}
