import fc from 'fast-check';
import type { BusinessDate } from '@mosty/kernel/time';
import { describe, expect, it } from 'vitest';
import { payback, paybackMonth, type MonthOfBook } from './payback.ts';

const month = (marginMinor: bigint, commissionMinor: bigint, costsMinor: bigint): MonthOfBook => ({
  marginMinor,
  commissionMinor,
  costsMinor,
});
const amount = fc.bigInt({ min: 0n, max: 10_000n });
const anyMonth = fc.record({ marginMinor: amount, commissionMinor: amount, costsMinor: amount });
const window = { from: '2025-01-01' as BusinessDate, to: '2026-01-01' as BusinessDate };

describe('the month of payback', () => {
  it('is the first in which margin less commission has returned what was put in', () => {
    expect(paybackMonth([month(0n, 0n, 100n), month(50n, 5n, 0n), month(60n, 5n, 0n)])).toBe(3);
    expect(paybackMonth([month(110n, 10n, 100n)])).toBe(1);
  });

  it('does not come while nothing was put in, however much was earned', () => {
    expect(paybackMonth([month(500n, 0n, 0n), month(500n, 0n, 0n)])).toBeNull();
    expect(paybackMonth([month(500n, 0n, 0n), month(0n, 0n, 100n)])).toBe(2);
  });

  it('never comes later for earning more', () => {
    fc.assert(
      fc.property(fc.array(anyMonth, { minLength: 1, maxLength: 24 }), amount, (months, more) => {
        const richer = months.map((one, place) =>
          place === 0 ? { ...one, marginMinor: one.marginMinor + more } : one,
        );
        expect(paybackMonth(richer) ?? 99).toBeLessThanOrEqual(paybackMonth(months) ?? 99);
      }),
    );
  });

  it('once come stays, whatever follows', () => {
    fc.assert(
      fc.property(
        fc.array(anyMonth, { minLength: 1, maxLength: 12 }),
        fc.array(anyMonth, { maxLength: 12 }),
        (months, later) => {
          const came = paybackMonth(months);
          if (came !== null) expect(paybackMonth([...months, ...later])).toBe(came);
        },
      ),
    );
  });
});

describe('payback of a class (S3.14, S3.34)', () => {
  it('is a distribution: who returned when, and who has not yet', () => {
    const told = payback({
      class: 'partner_sales',
      months: [3, 5, 5, null, 8, 2, null],
      goodsCostUnknown: false,
      window,
    });
    expect(told.measure).toMatchObject({ value: 5n, n: 5, of: 7, estimate: false });
    expect(told.byMonth).toEqual([
      { month: 2, partners: 1 },
      { month: 3, partners: 1 },
      { month: 5, partners: 2 },
      { month: 8, partners: 1 },
    ]);
    expect([told.notYet, told.withinReasonable]).toEqual([2, 2]);
  });

  it('loses nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 30 }))), (months) => {
        const told = payback({ class: 'partner_sales', months, goodsCostUnknown: false, window });
        expect(told.byMonth.reduce((sum, one) => sum + one.partners, 0) + told.notYet).toBe(months.length);
      }),
    );
  });

  it('is an estimate where the cost of goods is not known, and nothing where nothing was put in', () => {
    expect(
      payback({ class: 'partner_sales', months: [1], goodsCostUnknown: true, window }).measure.estimate,
    ).toBe(true);
    expect(
      payback({ class: 'partner_sales', months: [], goodsCostUnknown: false, window }).measure.gaps,
    ).toEqual(['no_investment', 'too_few']);
  });
});
