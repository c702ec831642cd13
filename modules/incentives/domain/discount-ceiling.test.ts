import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDate } from '@mosty/kernel/time';
import { discountCeiling } from './discount-ceiling.ts';
import { isVersion, schemeBook, type Assignment, type Version } from './scheme-book.ts';
import { terms } from './terms.fixture.ts';

const FIRST = businessDate('2026-03-01');
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(FIRST, days));
const scheme = fc.constantFrom('a', 'b').map((name) => `sch_${name}` as Id<'scheme'>);

const assignments = fc.array(
  fc.record({
    schemeId: scheme,
    validFrom: day,
    validTo: fc.option(day),
    role: fc.constantFrom('any', 'source'),
  }),
  { maxLength: 4 },
);
const versions = fc.array(
  fc.record({
    schemeId: scheme,
    validFrom: day,
    maxDiscountPpm: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  }),
  { maxLength: 5 },
);

test('a code within the ceiling is within the terms of every day from now on (S0.64)', () => {
  fc.assert(
    fc.property(assignments, versions, day, fc.nat(60), (given, written, today, later) => {
      const agreementId = 'agr_1' as Id<'agreement'>;
      const all: Assignment[] = given.map((one) => ({ ...one, agreementId }));
      const published: Version[] = written.map(({ maxDiscountPpm, ...version }, place) => ({
        ...version,
        id: `ver_${place}` as Id<'scheme_version'>,
        terms: terms({ kind: 'percent', ratePpm: 1 }, { floor: { priceMinor: null, maxDiscountPpm } }),
      }));
      const ceiling = discountCeiling(all, published, today);
      const found = schemeBook(all, published).find(agreementId, 'source', addDays(today, later));
      const most = isVersion(found) ? found.terms.floor.maxDiscountPpm : null;
      if (most !== null) {
        expect(ceiling).not.toBeNull();
        expect(Number(ceiling)).toBeLessThanOrEqual(most);
      }
      // And it is nobody's invention: some terms said exactly that.
      if (ceiling !== null)
        expect(written.map((version) => version.maxDiscountPpm)).toContain(Number(ceiling));
    }),
    { numRuns: 500 },
  );
});
