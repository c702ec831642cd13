import type { Money } from './money.ts';

/**
 * Splits a whole by weights so that the parts always make the whole: largest remainder, ties to the earlier part
 * (M. Fowler, «Money»; Hamilton's method). `shareOut(-x, w)` is `-shareOut(x, w)`.
 * @throws when there are no weights, one is negative, or all are zero
 */
export function shareOut(whole: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weights.some((weight) => weight < 0n) || total <= 0n) throw new Error('weights must be positive');
  const negative = whole < 0n;
  const size = negative ? -whole : whole;
  const parts = weights.map((weight, place) => ({
    place,
    whole: (size * weight) / total,
    rest: (size * weight) % total,
  }));
  let left = size - parts.reduce((sum, part) => sum + part.whole, 0n);
  for (const part of [...parts].sort((a, b) =>
    a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1,
  )) {
    if (left === 0n) break;
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map((part) => (negative ? -part.whole : part.whole));
}

/** `shareOut` of an amount of money. */
export function allocate(amount: Money, weights: readonly bigint[]): Money[] {
  return shareOut(amount.minor, weights).map((minor) => ({ minor, currency: amount.currency }));
}
