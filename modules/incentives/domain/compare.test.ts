import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pay } from '../contract/terms.ts';
import { breakEven } from './break-even.ts';
import { costOf, riskOf, type Setting } from './compare.ts';
import { terms } from './terms.fixture.ts';

const rubles = (whole: number) => BigInt(whole) * 100n;
const month: Setting = { currency: 'RUB', averageCheckMinor: rubles(13_300), months: 1 };
const flat = terms({ kind: 'flat', amountMinor: 4_000_000, per: 'agreement' });
const hybrid = terms({ kind: 'hybrid', fixedMinor: 2_000_000, per: 'agreement', ratePpm: 200_000 });
const percent = terms({ kind: 'percent', ratePpm: 200_000 });

describe('the calculator (S1.36–39)', () => {
  it('40 000 flat and 20 000 + 20 % meet at exactly 100 000 of sales, whatever the check', () => {
    for (const check of [1, 333, 13_300, 100_000]) {
      const met = breakEven(flat, hybrid, rubles(300_000), { ...month, averageCheckMinor: rubles(check) });
      expect(met).toEqual({ volumeMinor: rubles(100_000), costMinor: rubles(40_000), exact: true });
    }
  });

  it('shows who carries the risk: flat the company, commission the partner, both share (S1.37–38)', () => {
    expect([flat, percent, hybrid].map((some) => riskOf(some, month))).toEqual([
      'company',
      'partner',
      'shared',
    ]);
  });

  it('schemes that never change places do not meet', () => {
    expect(
      breakEven(
        flat,
        terms({ kind: 'flat', amountMinor: 5_000_000, per: 'agreement' }),
        rubles(300_000),
        month,
      ),
    ).toBeNull();
    expect(breakEven(percent, percent, rubles(300_000), month)).toBeNull();
  });

  it('a monthly fee is paid each month, levels are reached within their window', () => {
    const year = { ...month, months: 12 };
    expect(costOf(terms({ kind: 'hybrid', fixedMinor: 1_000_000, per: 'month', ratePpm: 0 }), 0n, year)).toBe(
      rubles(120_000),
    );
    const tiers: Pay = {
      kind: 'tiered',
      mode: 'marginal',
      measure: 'money',
      window: 'month',
      tiers: [
        { from: 0, ratePpm: 100_000 },
        { from: 10_000_000, ratePpm: 200_000 },
      ],
    };
    const check = { ...year, averageCheckMinor: rubles(10_000) };
    expect(costOf(terms(tiers), rubles(1_200_000), check)).toBe(rubles(120_000));
    expect(costOf(terms(tiers), rubles(2_400_000), check)).toBe(rubles(120_000 + 240_000));
  });

  it('where they meet the dearer one changes', () => {
    const amount = fc.nat(10_000_000);
    const ppm = fc.integer({ min: 1, max: 900_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        ppm,
        fc.bigInt({ min: 1_000n, max: 5_000_000n }),
        (fixed, less, ratePpm, averageCheckMinor) => {
          const a = terms({ kind: 'flat', amountMinor: fixed, per: 'agreement' });
          const b = terms({ kind: 'hybrid', fixedMinor: Math.min(less, fixed), per: 'agreement', ratePpm });
          const setting = { ...month, averageCheckMinor };
          const most = 1_000_000_000n;
          const met = breakEven(a, b, most, setting);
          const dearer = (volume: bigint) => costOf(a, volume, setting) - costOf(b, volume, setting);
          if (!met) {
            expect(dearer(0n) === 0n || dearer(most) > 0n).toBe(true);
            return;
          }
          // A rounding of half a kopeck a sale lies between the exact costs and the sum of rounded ones.
          const sales = met.volumeMinor / averageCheckMinor + 2n;
          const size = dearer(met.volumeMinor) < 0n ? -dearer(met.volumeMinor) : dearer(met.volumeMinor);
          expect(size).toBeLessThanOrEqual(sales);
        },
      ),
      { numRuns: 50 },
    );
  });
});
