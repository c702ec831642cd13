import { describe, expect, it } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import type { Pay } from '../../contract/terms.ts';
import { NO_PROGRESS, type Facts } from '../facts.ts';
import { price } from '../price.ts';
import { sale, terms } from '../terms.fixture.ts';

const rubles = (whole: number) => BigInt(whole) * 100n;

function earns(pay: Pay | Pay[], facts: Facts): bigint {
  return price(terms(pay), facts).parts.reduce((sum, part) => sum + part.amountMinor, 0n);
}

function codes(pay: Pay | Pay[], facts: Facts): string[] {
  return price(terms(pay), facts).parts.flatMap((part) => part.lines.map((line) => line.code));
}

describe('each pay shape by example', () => {
  it('flat pays the same for a small and a large sale (S1.37)', () => {
    const pay: Pay = { kind: 'flat', amountMinor: 50_000, per: 'sale' };
    expect(earns(pay, sale(rubles(100)))).toBe(50_000n);
    expect(earns(pay, sale(rubles(1_000_000)))).toBe(50_000n);
  });

  it('a fee per month or agreement does not come with a sale, and the sale says so', () => {
    for (const per of ['month', 'agreement'] as const) {
      const pay: Pay = { kind: 'flat', amountMinor: 4_000_000, per };
      expect(earns(pay, sale(rubles(100)))).toBe(0n);
      expect(codes(pay, sale(rubles(100)))).toContain('paid_by_fee');
    }
  });

  it('percent is exact and rounded once (10 % of an invoice of 12.3456 is 1.23)', () => {
    const facts = sale(0n, { amountMicro: 1_234_560_000n });
    expect(earns({ kind: 'percent', ratePpm: 100_000 }, facts)).toBe(123n);
  });

  it('marginal levels pay each part at its own rate', () => {
    const pay = tiered('marginal', 'money', [
      [0, 100_000],
      [rubles(100_000), 150_000],
      [rubles(500_000), 200_000],
    ]);
    // 100 000 × 10 % + 400 000 × 15 % + 100 000 × 20 %
    expect(earns(pay, sale(rubles(600_000)))).toBe(rubles(10_000 + 60_000 + 20_000));
  });

  it('on the whole amount the sale that reaches the level brings the difference', () => {
    const pay = tiered('whole', 'money', [
      [0, 100_000],
      [rubles(100_000), 150_000],
    ]);
    const before = { ...NO_PROGRESS, windowMicro: rubles(90_000) * 1_000_000n, windowCount: 3n };
    // 110 000 × 15 % − 90 000 × 10 %
    expect(earns(pay, sale(rubles(20_000), { progress: before }))).toBe(rubles(16_500 - 9_000));
  });

  it('levels by count: the 21st sale is on the second level, 20 sales reach it on the whole amount', () => {
    const tiers: [number | bigint, number][] = [
      [0, 100_000],
      [20, 150_000],
    ];
    const after = (count: bigint) =>
      sale(rubles(1_000), { progress: { ...NO_PROGRESS, windowCount: count } });
    expect(earns(tiered('marginal', 'count', tiers), after(19n))).toBe(rubles(100));
    expect(earns(tiered('marginal', 'count', tiers), after(20n))).toBe(rubles(150));
    const nineteen = { ...NO_PROGRESS, windowCount: 19n, windowMicro: rubles(19_000) * 1_000_000n };
    // 20 000 × 15 % − 19 000 × 10 %
    expect(earns(tiered('whole', 'count', tiers), sale(rubles(1_000), { progress: nineteen }))).toBe(
      rubles(3_000 - 1_900),
    );
  });

  it('hybrid pays its percent with the sale; the fixed part comes by itself (S1.39)', () => {
    expect(
      earns(
        { kind: 'hybrid', fixedMinor: 2_000_000, per: 'agreement', ratePpm: 200_000 },
        sale(rubles(100_000)),
      ),
    ).toBe(rubles(20_000));
  });

  it('recurring pays for 12 months from the first payment and then says that they are over', () => {
    const pay: Pay = { kind: 'recurring', months: 12, ratePpm: 300_000 };
    const firstPaidOn = businessDate('2025-03-11');
    expect(earns(pay, sale(rubles(1_000), { firstPaidOn }))).toBe(rubles(300));
    const late = sale(rubles(1_000), { firstPaidOn, day: businessDate('2026-03-11') });
    expect(earns(pay, late)).toBe(0n);
    expect(codes(pay, late)).toContain('months_over');
  });

  it('a first-order bonus is paid once, beside a percent or alone', () => {
    const bonus: Pay = { kind: 'first_order', bonus: { kind: 'flat', amountMinor: 100_000 } };
    const both: Pay[] = [{ kind: 'percent', ratePpm: 100_000 }, bonus];
    expect(earns(both, sale(rubles(5_000), { isFirst: true }))).toBe(rubles(500) + 100_000n);
    expect(earns(both, sale(rubles(5_000)))).toBe(rubles(500));
    expect(codes(bonus, sale(rubles(5_000)))).toEqual(['sale', 'not_first_order']);
    const percent: Pay = { kind: 'first_order', bonus: { kind: 'percent', ratePpm: 500_000 } };
    expect(earns(percent, sale(rubles(5_000), { isFirst: true }))).toBe(rubles(2_500));
  });

  it('a role has its own rate, and a role that is not named earns nothing (S3.36)', () => {
    const pay: Pay = { kind: 'per_role', rates: { source: 200_000, implement: 100_000 } };
    expect(earns(pay, sale(rubles(1_000)))).toBe(rubles(200));
    expect(earns(pay, sale(rubles(1_000), { role: 'implement' }))).toBe(rubles(100));
    expect(codes(pay, sale(rubles(1_000), { role: 'expand' }))).toContain('role_not_paid');
  });
});

function tiered(
  mode: 'marginal' | 'whole',
  measure: 'money' | 'count',
  tiers: [number | bigint, number][],
): Pay {
  return {
    kind: 'tiered',
    mode,
    measure,
    window: 'month',
    tiers: tiers.map(([from, ratePpm]) => ({ from: Number(from), ratePpm })),
  };
}
