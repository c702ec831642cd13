import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withinLimit } from './within-limit.ts';

const row = fc.record({
  amountMinor: fc.bigInt({ min: 1n, max: 100_000n }),
  currency: fc.constantFrom('RUB', 'USD'),
});

it('what goes through never passes the limit, and nothing is lost (S0.18)', () => {
  fc.assert(
    fc.property(
      fc.array(row),
      fc.bigInt({ min: 0n, max: 100_000n }),
      fc.bigInt({ min: 0n, max: 300_000n }),
      (rows, spent, most) => {
        const { through, waits } = withinLimit(rows, spent, { accruedMinorMax: most, currency: 'RUB' });
        expect(through.length + waits.length).toBe(rows.length);
        expect(through.every(({ currency }) => currency === 'RUB')).toBe(true);
        const sum = through.reduce((total, { amountMinor }) => total + amountMinor, spent);
        if (through.length > 0) expect(sum <= most).toBe(true);
      },
    ),
  );
});

it('no limit of money lets everything through', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(withinLimit(rows, 0n, { accruedMinorMax: null, currency: 'RUB' }).through).toEqual(rows);
    }),
  );
});
