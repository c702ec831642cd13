import fc from 'fast-check';
import { addDays, type BusinessDate, type Month } from '@mosty/kernel/time';
import { describe, expect, it } from 'vitest';
import { NOTHING } from '../totals.ts';
import { median, sharePpm } from '../share.ts';
import { periodBefore, windowOf } from '../window.ts';
import { activeShare } from './active-share.ts';
import { averageCheck } from './average-check.ts';
import { boxesOf } from './class-box.ts';
import { clientValue, comparable } from './client-value.ts';
import { concentration } from './concentration.ts';
import { referralCapacity } from './referral-capacity.ts';
import { shareOfRevenue } from './share-of-revenue.ts';
import { timeToFirstSale } from './time-to-first-sale.ts';

const day = (text: string) => text as BusinessDate;
const window = { from: day('2026-01-01'), to: day('2026-04-01') };
const positive = fc.bigInt({ min: 1n, max: 10n ** 15n });

describe('share of revenue (S3.30)', () => {
  const share = (paidMinor: bigint, companyPaidMinor: bigint) =>
    shareOfRevenue({ class: 'partner_sales', paidMinor, companyPaidMinor, n: 3, window });

  it('is the reference of AdventureWorks 2011: resellers against everything', () => {
    // Ten-thousandths of a dollar, as the source has them; the reference is 0.7007155665306052.
    const partners = 87_785_519_995n;
    const all = partners + 37_494_299_932n;
    expect(Number(partners) / Number(all)).toBe(0.7007155665306052);
    expect(share(partners, all).value).toBe(700_716n);
  });

  it('has no value where nothing was paid, and says so', () => {
    expect(share(0n, 0n)).toMatchObject({ value: null, gaps: ['no_sales'] });
    expect(share(-5n, -5n).value).toBeNull();
  });

  it('stays between nothing and everything, and grows with its part', () => {
    fc.assert(
      fc.property(positive, positive, positive, (part, more, rest) => {
        const smaller = share(part, part + more + rest).value ?? -1n;
        const larger = share(part + more, part + more + rest).value ?? -1n;
        expect(smaller >= 0n && smaller <= larger && larger <= 1_000_000n).toBe(true);
      }),
    );
  });
});

describe('average check (S3.32)', () => {
  const check = (salesMinor: bigint, salesCount: number) =>
    averageCheck({ class: 'partner_sales', salesMinor, salesCount, currency: 'USD', window });

  it('is the reference of AdventureWorks 2011 for resellers and for direct orders', () => {
    expect(check(877_855_200n, 406).value).toBe(2_162_205n);
    expect(check(374_942_999n, 1160).value).toBe(323_227n);
  });

  it('of fewer than ten sales is words, not a number', () => {
    expect(check(9_000n, 9)).toMatchObject({ value: null, n: 9, neededN: 10, gaps: ['too_few'] });
    expect(check(10_000n, 10)).toMatchObject({ value: 1_000n, gaps: [] });
  });

  it('times the number of sales is their amount, up to the rounding of each', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 10, max: 1_000_000 }), (amount, count) => {
        const off = (check(amount, count).value ?? 0n) * BigInt(count) - amount;
        expect((off < 0n ? -off : off) * 2n <= BigInt(count)).toBe(true);
      }),
    );
  });
});

describe('active share (S1.57, S3.31)', () => {
  it('takes the window of a long cycle, and 90 days where the cycle is short or unknown', () => {
    const days = (cycle: number | null) =>
      activeShare({ end: day('2026-03-03'), medianCycleDays: cycle, selling: 15, working: 40 }).window.days;
    expect([days(null), days(30), days(60), days(61), days(120)]).toEqual([90, 90, 90, 92, 180]);
  });

  it('of the demo company is 37.5 %: 15 of 40', () => {
    const active = activeShare({ end: day('2026-03-03'), medianCycleDays: 20, selling: 15, working: 40 });
    expect(active).toMatchObject({ value: 375_000n, n: 15, of: 40, gaps: [] });
  });

  it('without working partners has no value', () => {
    const nobody = activeShare({ end: day('2026-03-03'), medianCycleDays: 20, selling: 0, working: 0 });
    expect(nobody).toMatchObject({ value: null, gaps: ['no_working_partners'] });
  });
});

describe('client value (S3.32)', () => {
  const value = (counts: readonly [number, number, number]) =>
    clientValue({
      class: 'partner_sales',
      cohorts: [
        { horizonDays: 365, clients: counts[0], paidMinor: BigInt(counts[0]) * 900n },
        { horizonDays: 180, clients: counts[1], paidMinor: BigInt(counts[1]) * 500n },
        { horizonDays: 90, clients: counts[2], paidMinor: BigInt(counts[2]) * 300n },
      ],
      currency: 'RUB',
      since: day('2024-01-01'),
      today: day('2026-03-02'),
    });

  it('is told for the longest horizon that ten clients lived through, and names it', () => {
    expect([value([10, 30, 50]).value, value([10, 30, 50]).rule.params['horizonDays']]).toEqual([900n, 365]);
    expect([value([9, 30, 50]).value, value([9, 30, 50]).rule.params['horizonDays']]).toEqual([500n, 180]);
    expect(value([0, 3, 9])).toMatchObject({ value: null, gaps: ['horizon_too_young', 'too_few'] });
  });

  it('counts only clients of months that had ended when the horizon began', () => {
    expect(value([10, 30, 50]).window.to).toBe('2025-03-01');
  });

  it('is compared only over the same horizon', () => {
    expect(comparable(value([10, 30, 50]), value([20, 30, 50]))).toBe(true);
    expect(comparable(value([10, 30, 50]), value([9, 30, 50]))).toBe(false);
  });
});

describe('time to the first sale (S1.55)', () => {
  it('is the median of those that sold, of all that were accepted', () => {
    const time = timeToFirstSale({ days: [3, 90, 30, 31, 10, 400], accepted: 9, window });
    expect(time).toMatchObject({ value: 31n, n: 6, of: 9, unit: 'days' });
  });

  it('of four is words', () => {
    expect(timeToFirstSale({ days: [1, 2, 3, 4], accepted: 9, window }).value).toBeNull();
  });
});

describe('concentration (S1.22, S3.45)', () => {
  const held = (topPaidMinor: bigint, sellers: number) =>
    concentration({ month: '2026-02' as Month, topPaidMinor, paidMinor: 1_000n, sellers });

  it('is the largest seller’s part of the last whole month, of at least three sellers', () => {
    expect(held(610n, 3)).toMatchObject({
      value: 610_000n,
      window: { from: '2026-02-01', to: '2026-03-01' },
    });
    expect(held(1_000n, 2).value).toBeNull();
  });
});

describe('referral capacity (S2.11)', () => {
  it('is the used part of the ceiling that the number of clients is', () => {
    expect(referralCapacity({ referrals: 12, clients: 785, window })).toMatchObject({
      value: 15_287n,
      n: 12,
      of: 785,
    });
  });
});

describe('a box of a class (S2.33)', () => {
  it('shows paid money without refunds, and cost as commission and everything else put in', () => {
    const totals = {
      ...NOTHING,
      salesCount: 4,
      salesMinor: 900n,
      refundsMinor: 100n,
      commissionMinor: 80n,
      costsMinor: 20n,
      costsCount: 1,
    };
    const before = { ...NOTHING, salesMinor: 300n };
    const books = { referral: NOTHING, partner_sales: totals, alliance: NOTHING, direct: NOTHING };
    const box = boxesOf(
      books,
      { ...books, partner_sales: before },
      'RUB',
      window,
      periodBefore(window),
    ).partner_sales;
    expect([box.paid.value, box.paid.before, box.cost.value, box.cost.estimate]).toEqual([
      800n,
      300n,
      100n,
      false,
    ]);
  });

  it('calls the cost an estimate where something was sold and nobody wrote down what it took', () => {
    const totals = { ...NOTHING, salesCount: 1, salesMinor: 10n };
    const books = { referral: totals, partner_sales: NOTHING, alliance: NOTHING, direct: NOTHING };
    const boxes = boxesOf(books, books, 'RUB', window, periodBefore(window));
    expect(boxes.referral.cost).toMatchObject({ estimate: true, gaps: ['costs_missing'] });
    expect(boxes.alliance.cost.estimate).toBe(false);
  });
});

describe('windows', () => {
  it('of 90 days end with today and are compared with the 90 before', () => {
    const standard = windowOf({}, day('2026-03-02'));
    expect(standard).toEqual({ from: '2025-12-03', to: '2026-03-03' });
    expect(periodBefore(standard as typeof window)).toEqual({ from: '2025-09-04', to: '2025-12-03' });
  });

  it('and the period before touch and are equally long, whatever the days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 900 }), (start, length) => {
        const from = addDays(day('2015-01-01'), start);
        const before = periodBefore({ from, to: addDays(from, length) });
        expect([before.to, addDays(before.from, length)]).toEqual([from, from]);
      }),
    );
  });
});

describe('the median', () => {
  it('has as many values above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 999n }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? -1n;
        expect(values.filter((value) => value < middle).length * 2).toBeLessThanOrEqual(values.length);
        expect(values.filter((value) => value > middle).length * 2).toBeLessThanOrEqual(values.length);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(median([])).toBeNull();
    expect(sharePpm(1n, 0n)).toBeNull();
  });
});
