import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AUDIENCE_SHARE, scoreOf, WEIGHTS } from './relevance.ts';

const known = fc.record({
  speakers: fc.nat(5_000),
  clients: fc.nat(5_000),
  sources: fc.nat(6),
  profile: fc.option(fc.nat(100)),
  audience: fc.option(fc.nat(2_000_000_000)),
});

it('S1.15: whatever is known, the size of the audience is at most 15 % of the score', () => {
  fc.assert(
    fc.property(known, (given) => {
      const { tenths, parts } = scoreOf(given);
      const audience = parts.find(({ part }) => part === 'audience')?.tenths ?? 0;
      expect(audience).toBeLessThanOrEqual(tenths * AUDIENCE_SHARE + 1e-9);
      expect(parts.reduce((sum, part) => sum + part.tenths, 0)).toBe(tenths);
      expect(tenths).toBeLessThanOrEqual(1_000);
    }),
  );
});

it('S0.2, S0.22: a million followers without a word of a client are worth nothing', () => {
  expect(scoreOf({ speakers: 0, clients: 0, sources: 0, profile: null, audience: 5_000_000 }).tenths).toBe(0);
});

it('S1.5, S1.10, S1.73: one more who named it never makes the score less', () => {
  fc.assert(
    fc.property(known, (given) => {
      const more = { ...given, speakers: given.speakers + 1 };
      expect(scoreOf(more).tenths).toBeGreaterThanOrEqual(scoreOf(given).tenths);
    }),
  );
});

it('weights are a hundred together', () => {
  expect(Object.values(WEIGHTS).reduce((sum, points) => sum + points, 0)).toBe(100);
});
