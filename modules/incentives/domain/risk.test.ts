import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWS_MOST, RUNS, weighRisk, type RiskSetting } from './risk.ts';

const setting: RiskSetting = {
  fixedMinor: 2_000_000n,
  hybridRatePpm: 100_000n,
  flatRatePpm: 200_000n,
  leastMinor: 1_000_000n,
  months: 12,
  seed: 1,
};
const sold = fc.array(
  fc.array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 100_000_000n })), {
    minLength: 1,
    maxLength: 24,
  }),
  { minLength: 1, maxLength: 8 },
);
const abs = (minor: bigint) => (minor < 0n ? -minor : minor);

describe('a hybrid against a percent, imagined on the company’s own months (S1.37–38)', () => {
  it('says the same for the same seed, whatever was asked between', () => {
    const months = [[0n, 5_000_000n, 90_000_000n], [1_000n]];
    const first = weighRisk(months, setting);
    weighRisk(months, { ...setting, seed: 2 });
    expect(weighRisk(months, setting)).toEqual(first);
    expect(weighRisk(months, { ...setting, seed: 2 }).hybrid.paid.mean).not.toBe(first.hybrid.paid.mean);
  });

  it('without a fixed part is the percent: each figure of one is that of the other', () => {
    fc.assert(
      fc.property(sold, fc.bigInt({ min: 0n, max: 1_000_000n }), (months, rate) => {
        const told = weighRisk(months, {
          ...setting,
          fixedMinor: 0n,
          hybridRatePpm: rate,
          flatRatePpm: rate,
          runs: 200,
        });
        expect(told.hybrid).toEqual(told.flat);
        expect(told.hybridDearer).toBe(0);
        for (const { runs } of told.bars) expect(runs.hybrid).toBe(runs.flat);
      }),
      { numRuns: 50 },
    );
  });

  it('on average costs what the months it was drawn from cost', () => {
    fc.assert(
      fc.property(sold, fc.integer({ min: 1, max: 1_000_000 }), (months, seed) => {
        const told = weighRisk(months, { ...setting, seed });
        // The mean of a partner’s months, so many months ahead; its error shrinks with the root of the draws.
        const expected = months.map((own) => {
          const paid = own.map((minor) => Number(minor) * 0.2);
          const mean = paid.reduce((sum, one) => sum + one, 0) / own.length;
          const variance = paid.reduce((sum, one) => sum + (one - mean) ** 2, 0) / own.length;
          return { mean: mean * 12, variance: variance * 12 };
        });
        const mean = expected.reduce((sum, one) => sum + one.mean, 0);
        const deviation = Math.sqrt(expected.reduce((sum, one) => sum + one.variance, 0) / told.runs);
        // Five deviations and a rounding of each month: a seed in a million lies outside.
        const most = 5 * deviation + 12 * months.length + 1;
        expect(Math.abs(Number(told.flat.paid.mean) - mean)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its order: p10 is no more than p50, p50 no more than p90, and every future stands in a bar', () => {
    fc.assert(
      fc.property(sold, (months) => {
        const told = weighRisk(months, { ...setting, runs: 300 });
        for (const way of [told.hybrid, told.flat])
          for (const { p10, p50, p90 } of [way.paid, way.unsold, way.thin]) {
            expect(p10 <= p50 && p50 <= p90).toBe(true);
          }
        expect(told.bars.reduce((sum, { runs }) => sum + runs.hybrid, 0)).toBe(300);
        expect(told.bars.reduce((sum, { runs }) => sum + runs.flat, 0)).toBe(300);
      }),
      { numRuns: 50 },
    );
  });

  it('tells the company’s risk by months without a sale, and the partners’ by thin months', () => {
    const told = weighRisk([[0n], [100_000_000n]], setting);
    // One partner never sells: twelve fixed sums for nothing. The other is paid 20 000 + 10 % or 20 % of a million.
    expect(told.hybrid.unsold).toMatchObject({ p10: 24_000_000n, p90: 24_000_000n });
    expect(told.flat.unsold.p90).toBe(0n);
    expect(told.hybrid.thin.p50).toBe(0n);
    expect(told.flat.thin.p50).toBe(12n);
    expect(told).toMatchObject({ partners: 2, partnerMonths: 2, monthsAhead: 24, hybridDearer: 0 });
  });

  it('the equal percent costs as much on the months there were', () => {
    fc.assert(
      fc.property(sold, (months) => {
        const { equalRatePpm } = weighRisk(months, { ...setting, runs: 1 });
        const all = months.flat();
        const total = all.reduce((sum, minor) => sum + minor, 0n);
        if (equalRatePpm === null) {
          expect(total).toBe(0n);
          return;
        }
        const hybrid = BigInt(all.length) * setting.fixedMinor + (total * setting.hybridRatePpm) / 1_000_000n;
        const flat = (total * equalRatePpm) / 1_000_000n;
        expect(abs(hybrid - flat) <= total / 1_000_000n + 2n).toBe(true);
      }),
    );
  });

  it('of nobody says nothing', () => {
    expect(weighRisk([], setting)).toMatchObject({ partners: 0, bars: [], equalRatePpm: null });
  });

  it('imagines fewer futures of a larger network, so that no answer draws more than the most, and says how many', () => {
    const network = (partners: number) => Array.from({ length: partners }, () => [1_000_000n, 0n]);
    expect(weighRisk(network(300), { ...setting, months: 12 }).runs).toBe(RUNS);
    const { runs, monthsAhead, bars } = weighRisk(network(1_000), { ...setting, months: 24 });
    expect(runs * monthsAhead).toBeLessThanOrEqual(DRAWS_MOST);
    expect(runs).toBe(300);
    expect(bars.reduce((sum, bar) => sum + bar.runs.hybrid, 0)).toBe(300);
  });

  it('two thousand futures of three hundred partners over a year take less than a second', () => {
    const months = Array.from({ length: 300 }, (_none, place) =>
      Array.from({ length: 24 }, (_empty, month) => BigInt(((place * 31 + month * 17) % 97) * 100_000)),
    );
    const began = process.cpuUsage();
    weighRisk(months, setting);
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
  });
});
