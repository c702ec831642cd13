import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  allocate,
  divide,
  exact,
  exactOf,
  exactOfDecimal,
  money,
  multiply,
  parseDecimal,
  percent,
  rate,
  rateOf,
  roundExact,
  ROUNDINGS,
  subtract,
  sum,
} from './index.ts';

const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((weight) => weight > 0n));

describe('a split (money.md 2)', () => {
  test('makes the whole again, each part within one unit of its exact share: 100 000 random splits', () => {
    fc.assert(
      fc.property(amounts, weights, (minor, shares) => {
        const parts = allocate(money(minor, 'RUB'), shares);
        expect(sum(parts, 'RUB').minor).toBe(minor);
        const total = shares.reduce((a, b) => a + b, 0n);
        parts.forEach((part, place) => {
          const error = part.minor * total - minor * (shares[place] as bigint);
          expect(error < total && error > -total).toBe(true);
        });
      }),
      { numRuns: 100_000 },
    );
  });

  test('of a negative amount is the negative of the split', () => {
    fc.assert(
      fc.property(amounts, weights, (minor, shares) => {
        const there = allocate(money(minor, 'RUB'), shares).map((part) => -part.minor);
        const back = allocate(money(-minor, 'RUB'), shares).map((part) => part.minor);
        expect(back).toEqual(there);
      }),
    );
  });

  test('gives the odd kopeck to the earlier of equals', () => {
    expect(allocate(money(100n, 'RUB'), [1n, 1n, 1n]).map((part) => part.minor)).toEqual([34n, 33n, 33n]);
  });

  test('refuses weights that are negative or all zero', () => {
    expect(() => allocate(money(1n, 'RUB'), [0n, 0n])).toThrow();
    expect(() => allocate(money(1n, 'RUB'), [2n, -1n])).toThrow();
    expect(() => allocate(money(1n, 'RUB'), [])).toThrow();
  });
});

describe('rounding', () => {
  test.each([
    ['half_away_from_zero', [-3n, -2n, 2n, 3n]],
    ['half_even', [-2n, -2n, 2n, 2n]],
    ['toward_zero', [-2n, -1n, 1n, 2n]],
    ['away_from_zero', [-3n, -2n, 2n, 3n]],
  ] as const)('%s of -2.5, -1.5, 1.5, 2.5', (name, expected) => {
    expect([-5n, -3n, 3n, 5n].map((half) => divide(half, 2n, name))).toEqual(expected);
  });

  test('is never off by a whole unit, and symmetric about zero', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.constantFrom(...ROUNDINGS),
        (n, d, name) => {
          const result = divide(n, d, name);
          const error = result * d - n;
          expect(error < d && error > -d).toBe(true);
          expect(divide(-n, d, name)).toBe(-result);
        },
      ),
    );
  });

  test('half away from zero differs from binary floats where money.md says it does', () => {
    // 1.005 in binary floats is 1.00499…: a float rounds it down.
    const base = exactOfDecimal({ digits: 1005n, scale: 3 }, 'GBP');
    expect(base && roundExact(base, 'half_away_from_zero').minor).toBe(101n);
  });
});

describe('rates', () => {
  test('10 % of 123.4567 is 12.35, computed from the exact amount and not from the rounded one', () => {
    const total = exactOfDecimal({ digits: 1234549n, scale: 4 }, 'GBP');
    if (!total) throw new Error('fits');
    expect(rateOf(total, percent(10n), 'half_away_from_zero').minor).toBe(1235n);
    expect(rateOf(exact(123_449_999n * 100n, 'GBP'), percent(10n), 'half_away_from_zero').minor).toBe(1234n);
  });

  test('parts of a rate never pay more than the whole rate by more than a unit each', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 500_000n }), (minor, ppm) => {
        const base = exactOf(money(minor, 'RUB'));
        const twice = rateOf(base, rate(ppm), 'half_away_from_zero').minor * 2n;
        const whole = rateOf(base, rate(ppm * 2n), 'half_away_from_zero').minor;
        const error = twice - whole;
        expect(error <= 1n && error >= -1n).toBe(true);
      }),
    );
  });
});

describe('reading a number from a file', () => {
  test.each([
    ['1 234,50', ',', 123450n],
    ['1\u00a0234,50 ₽', ',', 123450n],
    ['1.234,50', ',', 123450n],
    ['1,234.50', '.', 123450n],
    ['-0.5', '.', -50n],
    ['−12', '.', -1200n],
    ['(12,00)', ',', -1200n],
    ['.5', '.', 50n],
    ['£1,234', '.', 123400n],
    ['1234 руб.', ',', 123400n],
  ] as const)('%s', (text, mark, minor) => {
    const value = parseDecimal(text, mark);
    expect(value && exactOfDecimal(value, 'RUB')?.micro).toBe(minor * 1_000_000n);
  });

  test.each(['', 'abc', '1,2,3', '12.34.56', '1e5', '--1', '1 2 3 x', 'NaN'])(
    'refuses %j instead of guessing',
    (text) => {
      expect(parseDecimal(text, '.')).toBeNull();
    },
  );

  test('quantity × price with four decimals each is exact', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        (q, p) => {
          const line = exactOfDecimal(multiply({ digits: q, scale: 4 }, { digits: p, scale: 4 }), 'RUB');
          expect(line?.micro).toBe(q * p);
        },
      ),
    );
  });
});

test('two currencies do not add up', () => {
  expect(() => add(money(1n, 'RUB'), money(1n, 'USD'))).toThrow('RUB and USD');
  expect(() => subtract(money(1n, 'RUB'), money(1n, 'USD'))).toThrow('RUB and USD');
});
