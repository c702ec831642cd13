import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pay, Terms } from '../contract/terms.ts';
import { historyPricer } from './history.ts';
import { dateOf, type PastPart } from './past-part.ts';
import { price } from './price.ts';
import { quickPrice } from './quick-price.ts';
import { sale, terms } from './terms.fixture.ts';

const ppm = fc.integer({ min: 0, max: 1_000_000 });
const pays: fc.Arbitrary<Pay | Pay[]> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), ratePpm: ppm }),
  fc.record({
    kind: fc.constant('flat' as const),
    amountMinor: fc.nat(1_000_000),
    per: fc.constantFrom('sale', 'month'),
  }),
  fc.record({
    kind: fc.constant('recurring' as const),
    months: fc.integer({ min: 1, max: 14 }),
    ratePpm: ppm,
  }),
  fc.record({ kind: fc.constant('per_role' as const), rates: fc.record({ source: ppm, expand: ppm }) }),
  fc.tuple(ppm, fc.nat(1_000_000)).map(([ratePpm, amountMinor]): Pay[] => [
    { kind: 'percent', ratePpm },
    { kind: 'first_order', bonus: { kind: 'flat', amountMinor } },
  ]),
) as fc.Arbitrary<Pay | Pay[]>;

const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    pay: pays,
    rounding: fc.constantFrom(
      'half_away_from_zero' as const,
      'half_even' as const,
      'toward_zero' as const,
      'away_from_zero' as const,
    ),
    perSaleMinor: fc.option(fc.nat(10_000_000)),
    priceMinor: fc.option(fc.nat(10_000_000)),
    maxDiscountPpm: fc.option(ppm),
  })
  .map(({ pay, rounding, perSaleMinor, priceMinor, maxDiscountPpm }) =>
    terms(pay, { rounding, cap: { perSaleMinor }, floor: { priceMinor, maxDiscountPpm } }),
  );

const anyPart = fc.record({
  amountMinor: fc.oneof(fc.nat(100_000_000), fc.integer({ min: 0, max: 9_000_000_000_000 })),
  role: fc.nat(3),
  day: fc.integer({ min: 18_000, max: 21_000 }),
  listMinor: fc.oneof(fc.constant(-1), fc.nat(200_000_000)),
  isFirst: fc.boolean(),
  firstPaidDay: fc.oneof(fc.constant(-1), fc.integer({ min: 18_000, max: 21_000 })),
});

it('the quick price is the price, to the kopeck, or does not answer', () => {
  fc.assert(
    fc.property(anyTerms, fc.array(anyPart, { maxLength: 20 }), (some, parts) => {
      const quick = quickPrice(some);
      if (!quick) throw new Error('these terms have a quick price');
      const pricer = historyPricer(some, 1, 'RUB');
      let total = 0n;
      for (const one of parts) {
        const amountMicro = BigInt(one.amountMinor) * 1_000_000n;
        const part: PastPart = {
          ...one,
          place: 0,
          sharePpm: 1_000_000,
          amountMicro: () => amountMicro,
          vatMicro: () => null,
        };
        const exactly = price(
          some,
          sale(BigInt(one.amountMinor), {
            role: (['source', 'implement', 'expertise', 'expand'] as const)[one.role] ?? 'source',
            day: dateOf(one.day),
            listMinor: one.listMinor < 0 ? null : BigInt(one.listMinor),
            isFirst: one.isFirst,
            firstPaidOn: one.firstPaidDay < 0 ? null : dateOf(one.firstPaidDay),
          }),
        ).parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        const answer = quick(part);
        if (!Number.isNaN(answer)) expect(BigInt(answer)).toBe(exactly);
        pricer.add(part);
        total += exactly;
      }
      expect(pricer.amounts).toEqual([total]);
    }),
    { numRuns: 1_000 },
  );
});
