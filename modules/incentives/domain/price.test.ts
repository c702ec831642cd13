import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import type { Pay, Terms } from '../contract/terms.ts';
import { NO_PROGRESS, type Facts } from './facts.ts';
import { price } from './price.ts';
import { recompute } from './recompute.ts';
import { sale, terms } from './terms.fixture.ts';

const amount = (terms: Terms, facts: Facts) =>
  price(terms, facts).parts.reduce((sum, part) => sum + part.amountMinor, 0n);
const minor = fc.bigInt({ min: 0n, max: 10_000_000_000n });
const micro = fc.bigInt({ min: 0n, max: 10_000_000_000_000_000n });
const ppm = fc.integer({ min: 0, max: 1_000_000 });

const tiers = fc
  .uniqueArray(fc.record({ from: fc.integer({ min: 1, max: 1_000_000_000 }), ratePpm: ppm }), {
    selector: (tier) => tier.from,
    maxLength: 6,
  })
  .chain((later) =>
    fc
      .record({ first: ppm })
      .map(({ first }) => [{ from: 0, ratePpm: first }, ...later.sort((a, b) => a.from - b.from)]),
  );
const rising = tiers.map((list) => {
  const rates = list.map((tier) => tier.ratePpm).sort((a, b) => a - b);
  return list.map((tier, place) => ({ from: tier.from, ratePpm: rates[place] ?? 0 }));
});

const pays: fc.Arbitrary<Pay> = fc.oneof(
  fc.record({
    kind: fc.constant('flat' as const),
    amountMinor: fc.nat(10_000_000),
    per: fc.constant('sale' as const),
  }),
  fc.record({ kind: fc.constant('percent' as const), ratePpm: ppm }),
  fc.record({
    kind: fc.constant('tiered' as const),
    mode: fc.constantFrom('marginal' as const, 'whole' as const),
    measure: fc.constantFrom('money' as const, 'count' as const),
    window: fc.constant('month' as const),
    tiers: rising,
  }),
  fc.record({
    kind: fc.constant('hybrid' as const),
    fixedMinor: fc.nat(10_000_000),
    per: fc.constant('month' as const),
    ratePpm: ppm,
  }),
  fc.record({
    kind: fc.constant('recurring' as const),
    months: fc.integer({ min: 1, max: 36 }),
    ratePpm: ppm,
  }),
  fc.record({ kind: fc.constant('per_role' as const), rates: fc.record({ source: ppm }) }),
);

const progress = fc.record({
  windowMicro: micro,
  windowCount: fc.bigInt({ min: 0n, max: 1_000n }),
  monthMinor: minor,
  totalMinor: minor,
});
const cap = fc.record({
  perSaleMinor: fc.option(fc.nat(100_000_000)),
  perMonthMinor: fc.option(fc.nat(100_000_000)),
  totalMinor: fc.option(fc.nat(1_000_000_000)),
});
const anyTerms = fc
  .record({
    pay: pays,
    bonus: fc.option(fc.nat(1_000_000)),
    cap,
    rounding: fc.constantFrom('half_away_from_zero', 'half_even', 'toward_zero', 'away_from_zero'),
    vat: fc.record({
      base: fc.constantFrom('with_vat', 'without_vat'),
      reward: fc.constantFrom('included', 'on_top'),
      ratePpm: fc.constantFrom(50_000, 220_000),
    }),
  })
  .map(({ pay, bonus, ...rest }) =>
    terms(
      bonus === null ? pay : [pay, { kind: 'first_order', bonus: { kind: 'flat', amountMinor: bonus } }],
      { ...rest, creditNotes: 'by_client' },
    ),
  );
const anyFacts = fc
  .record({
    amountMicro: fc.bigInt({ min: -10_000_000_000_000_000n, max: 10_000_000_000_000_000n }),
    isFirst: fc.boolean(),
    progress,
    sharesPpm: fc.array(fc.bigInt({ min: 1n, max: 250_000n }), { minLength: 1, maxLength: 4 }),
  })
  .map((facts) => sale(0n, facts));

describe('laws of pricing', () => {
  it('the explanation recomputes the amount to the kopeck, whatever the terms (money.md 7)', () => {
    fc.assert(
      fc.property(anyTerms, anyFacts, (some, facts) => {
        for (const part of price(some, facts).parts) expect(recompute(part.lines)).toBe(part.amountMinor);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a larger sale never earns less', () => {
    fc.assert(
      fc.property(anyTerms, micro, micro, progress, (some, a, b, before) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        const at = (amountMicro: bigint) => amount(some, sale(0n, { amountMicro, progress: before }));
        expect(at(small)).toBeLessThanOrEqual(at(large));
      }),
      { numRuns: 1_000 },
    );
  });

  it('marginal levels: a month priced sale by sale is the sum of its brackets, in any order', () => {
    fc.assert(
      fc.property(
        tiers,
        fc.array(fc.bigInt({ min: 0n, max: 500_000_000n }), { maxLength: 12 }),
        (list, sales) => {
          const some = terms({
            kind: 'tiered',
            mode: 'marginal',
            measure: 'money',
            window: 'month',
            tiers: list,
          });
          const whole = sales.reduce((sum, one) => sum + one, 0n);
          const picoOf = (order: readonly bigint[]) => {
            let windowMicro = 0n;
            let pico = 0n;
            for (const one of order) {
              const facts = sale(one, { progress: { ...NO_PROGRESS, windowMicro } });
              for (const { code, params } of price(some, facts).parts[0]?.lines ?? []) {
                if (code === 'tier') pico += BigInt(params.partMicro) * BigInt(params.ratePpm);
              }
              windowMicro += one * 1_000_000n;
            }
            return pico;
          };
          const brackets = list.reduce((sum, tier, place) => {
            const to = list[place + 1]?.from ?? Number.MAX_SAFE_INTEGER;
            const inside =
              whole > BigInt(tier.from) ? (whole < BigInt(to) ? whole : BigInt(to)) - BigInt(tier.from) : 0n;
            return sum + inside * 1_000_000n * BigInt(tier.ratePpm);
          }, 0n);
          expect(picoOf(sales)).toBe(brackets);
          expect(picoOf(sales.toReversed())).toBe(brackets);
        },
      ),
    );
  });

  it('on the whole amount the month earns its total at the level reached', () => {
    fc.assert(
      fc.property(
        rising,
        fc.array(fc.bigInt({ min: 0n, max: 500_000_000n }), { minLength: 1, maxLength: 12 }),
        (list, sales) => {
          const some = terms({
            kind: 'tiered',
            mode: 'whole',
            measure: 'money',
            window: 'month',
            tiers: list,
          });
          let windowMicro = 0n;
          let earned = 0n;
          for (const one of sales) {
            earned += amount(some, sale(one, { progress: { ...NO_PROGRESS, windowMicro } }));
            windowMicro += one * 1_000_000n;
          }
          const whole = windowMicro / 1_000_000n;
          const level = list.findLast((tier) => BigInt(tier.from) <= whole);
          const exactly = (whole * BigInt(level?.ratePpm ?? 0)) / 1_000_000n;
          const off = earned - exactly;
          expect(off <= BigInt(sales.length) && off >= -BigInt(sales.length)).toBe(true);
        },
      ),
    );
  });

  it('no limit is ever exceeded', () => {
    fc.assert(
      fc.property(anyTerms, fc.array(micro, { maxLength: 10 }), (some, sales) => {
        let earned = 0n;
        for (const amountMicro of sales) {
          const facts = sale(0n, {
            amountMicro,
            progress: { ...NO_PROGRESS, monthMinor: earned, totalMinor: earned },
          });
          for (const part of price(some, facts).parts) {
            if (some.cap.perSaleMinor !== null)
              expect(part.amountMinor).toBeLessThanOrEqual(BigInt(some.cap.perSaleMinor));
            earned += part.amountMinor;
          }
        }
        if (some.cap.perMonthMinor !== null)
          expect(earned).toBeLessThanOrEqual(BigInt(some.cap.perMonthMinor));
        if (some.cap.totalMinor !== null) expect(earned).toBeLessThanOrEqual(BigInt(some.cap.totalMinor));
      }),
      { numRuns: 500 },
    );
  });

  it('shares of one role make the whole, and a credit of the whole sale is its exact negative', () => {
    fc.assert(
      fc.property(
        ppm,
        micro,
        fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1, maxLength: 9 }),
        (ratePpm, amountMicro, cuts) => {
          const total = cuts.reduce((sum, cut) => sum + cut, 0n);
          fc.pre(total > 0n);
          const last = cuts.length - 1;
          const sharesPpm = cuts.map((cut) => (cut * 1_000_000n) / total);
          sharesPpm[last] = 1_000_000n - sharesPpm.slice(0, last).reduce((sum, share) => sum + share, 0n);
          const some = terms({ kind: 'percent', ratePpm }, { creditNotes: 'by_client' });
          const parts = sharesPpm.map((_share, place) =>
            amount(some, sale(0n, { amountMicro, sharesPpm, place })),
          );
          const whole = amount(some, sale(0n, { amountMicro }));
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(whole);
          expect(amount(some, sale(0n, { amountMicro: -amountMicro }))).toBe(-whole);
        },
      ),
    );
  });
});

describe('modifiers by example', () => {
  const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
  const why = (some: Terms, facts: Facts) => price(some, facts).parts[0]?.lines.map((line) => line.code);

  it('a sale below the floor price earns nothing, says why and does not count towards levels (S0.64)', () => {
    const some = terms(tenPercent, { floor: { priceMinor: 100_000 } });
    expect(amount(some, sale(99_999n))).toBe(0n);
    expect(why(some, sale(99_999n))).toEqual(['sale', 'below_floor']);
    expect(price(some, sale(99_999n)).counts).toBe(false);
    expect(amount(some, sale(100_000n))).toBe(10_000n);
  });

  it('a discount deeper than agreed earns nothing (S0.64)', () => {
    const some = terms(tenPercent, { floor: { maxDiscountPpm: 200_000 } });
    expect(amount(some, sale(80_000n, { listMinor: 100_000n }))).toBe(8_000n);
    expect(why(some, sale(79_999n, { listMinor: 100_000n }))).toContain('discount_too_deep');
    expect(amount(some, sale(79_999n))).toBe(8_000n);
  });

  it('VAT leaves the base: told by the document, or by the rate of the scheme', () => {
    const some = terms(tenPercent, { vat: { base: 'without_vat', ratePpm: 220_000 } });
    expect(amount(some, sale(122_000n))).toBe(10_000n);
    expect(amount(some, sale(122_000n, { vatMicro: 0n }))).toBe(12_200n);
    expect(why(some, sale(122_000n))).toContain('vat_by_rate');
  });

  it('VAT on top is added to the reward', () => {
    expect(amount(terms(tenPercent, { vat: { reward: 'on_top', ratePpm: 220_000 } }), sale(100_000n))).toBe(
      12_200n,
    );
  });

  it('a sale in another currency than the sums of the scheme earns nothing and says so (money.md 9)', () => {
    expect(why(terms(tenPercent), sale(100n, { currency: 'EUR' }))).toContain('other_currency');
    expect(amount(terms(tenPercent, { currency: null }), sale(1_000n, { currency: 'EUR' }))).toBe(100n);
  });

  it('a credit to a client is priced only where the terms say so', () => {
    expect(why(terms(tenPercent), sale(-1_000n))).toContain('credits_not_priced');
    expect(amount(terms(tenPercent, { creditNotes: 'by_client' }), sale(-1_000n))).toBe(-100n);
  });

  it('months of a recurring reward turn on the day of the first payment, and on the last day of a short month', () => {
    const some = terms({ kind: 'recurring', months: 1, ratePpm: 100_000 });
    const on = (day: string) =>
      amount(some, sale(1_000n, { firstPaidOn: businessDate('2026-01-31'), day: businessDate(day) }));
    expect(on('2026-02-27')).toBe(100n);
    expect(on('2026-02-28')).toBe(0n);
  });
});
