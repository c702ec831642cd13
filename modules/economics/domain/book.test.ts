import { month } from '@mosty/kernel/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry, countBook, emptyMonth, type MonthFacts } from './book.ts';
import { costOf, rateFor } from './hours.ts';

const of = (name: string, more: Partial<MonthFacts>): MonthFacts => ({ ...emptyMonth(month(name)), ...more });
const team = (amountMinor: bigint) => [{ kind: 'team' as const, amountMinor }];

describe('the economics of a class (S2.25, S3.10, S3.27)', () => {
  it('leaves what is left after goods, commission, costs and time, month by month', () => {
    const { months } = countBook('partner_sales', [
      of('2026-01', {
        revenueMinor: 1_000n,
        goodsMinor: 200n,
        commissionMinor: 150n,
        costs: team(900n),
        unpricedMinor: 50n,
      }),
      of('2026-03', { revenueMinor: 700n }),
    ]);
    expect(months.map((row) => [row.month, row.marginMinor, row.cumulativeMinor])).toEqual([
      ['2026-01', -300n, -300n],
      ['2026-02', 0n, -300n],
      ['2026-03', 700n, 400n],
    ]);
  });

  it('has paid back in the first month that returned all of it, and not before anything was put in', () => {
    const earnedFirst = [of('2026-01', { revenueMinor: 5n }), of('2026-02', { costs: team(30n) })];
    expect(countBook('partner_sales', earnedFirst)).toMatchObject({ paybackMonth: null, invested: true });
    expect(
      countBook('partner_sales', [...earnedFirst, of('2026-03', { revenueMinor: 25n })]).paybackMonth,
    ).toBe('2026-03');
    expect(countBook('alliance', [of('2026-01', { revenueMinor: 5n })])).toMatchObject({
      paybackMonth: null,
      invested: false,
    });
  });

  it('adds up to everything that came less everything that went, whatever the order of months', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000n });
    const drawn = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), amount, amount), {
      selector: ([at]) => at,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(drawn, (rows) => {
        const told = rows.map(([at, revenueMinor, spent]) =>
          of(`${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, {
            revenueMinor,
            costs: team(spent),
          }),
        );
        const counted = countBook('partner_sales', told);
        const whole = rows.reduce((sum, [, revenueMinor, spent]) => sum + revenueMinor - spent, 0n);
        expect(counted.months.at(-1)?.cumulativeMinor).toBe(whole);
        expect(countBook('partner_sales', told.toReversed())).toEqual(counted);
      }),
    );
  });

  it('told from any month on with what stood before it says the same of those months', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000n });
    const rows = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(rows, fc.nat(24), (drawn, cut) => {
        const told = drawn.map(([revenueMinor, spent], at) =>
          of(`${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, {
            revenueMinor,
            costs: team(spent),
          }),
        );
        const whole = countBook('alliance', told);
        const tail = countBook('alliance', told.slice(cut), carry(told.slice(0, cut)));
        expect(tail).toEqual({ ...whole, months: whole.months.slice(cut) });
      }),
    );
  });
});

describe('an hour of the team (S3.28)', () => {
  const rates = [
    { memberId: null, fromMonth: month('2026-01'), rateMinor: 100_000n },
    { memberId: 'mem_1', fromMonth: month('2026-03'), rateMinor: 150_000n },
    { memberId: null, fromMonth: month('2026-05'), rateMinor: 120_000n },
  ];

  it('costs what one’s own rate says, else everybody’s, as of that month', () => {
    expect(rateFor(rates, 'mem_1', month('2026-02'))).toBe(100_000n);
    expect(rateFor(rates, 'mem_1', month('2026-06'))).toBe(150_000n);
    expect(rateFor(rates, 'mem_2', month('2026-06'))).toBe(120_000n);
    expect(rateFor(rates, null, month('2025-12'))).toBeNull();
  });

  it('is counted to the minute and rounded once', () => {
    expect(costOf(90, 100_001n)).toBe(150_002n);
  });
});
