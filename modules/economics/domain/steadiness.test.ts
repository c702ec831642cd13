import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONTHS_NEEDED, steadinessOf } from './steadiness.ts';

it('the same each month is even; one month of twelve is rare; the launch before the first sale does not count (S3.29)', () => {
  const same = Array.from({ length: 8 }, () => 100n);
  expect(steadinessOf([0n, 0n, ...same])).toEqual({ months: 8, sold: 8, variationPpm: 0, is: 'even' });
  expect(steadinessOf([1_200n, ...Array.from({ length: 11 }, () => 0n)])).toMatchObject({
    sold: 1,
    is: 'rare',
  });
  // 50 and 150 in turn: the deviation is half the mean.
  expect(steadinessOf([50n, 150n, 50n, 150n, 50n, 150n])).toMatchObject({
    variationPpm: 500_000,
    is: 'even',
  });
});

it('a few months, or nothing brought, say nothing', () => {
  expect(steadinessOf([])).toEqual({ months: 0, sold: 0, variationPpm: null, is: null });
  expect(steadinessOf([5n, 5n, 5n, 5n, 5n])).toMatchObject({ months: 5, is: null });
  expect(steadinessOf([5n, -5n, 0n, 0n, 0n, 0n])).toMatchObject({ is: null });
});

it('does not depend on the unit of money', () => {
  const months = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), {
    minLength: MONTHS_NEEDED,
    maxLength: 24,
  });
  fc.assert(
    fc.property(months, (minor) => {
      const [one, other] = [steadinessOf(minor), steadinessOf(minor.map((sum) => sum * 100n))];
      expect(Math.abs((one.variationPpm ?? 0) - (other.variationPpm ?? 0))).toBeLessThanOrEqual(1);
    }),
  );
});
