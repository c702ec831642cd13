import { addDays, businessDate } from '@mosty/kernel/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liftOf } from './lift.ts';
import { money90 } from './money.ts';
import { urgencyPpm, valueOf } from './weigh.ts';

const today = businessDate('2026-03-02');
const ppm = fc.integer({ min: 0, max: 1_000_000 });

test('urgency goes from one to two over the last fourteen days and stays at two', () => {
  expect(urgencyPpm(null, today)).toBe(1_000_000);
  expect(urgencyPpm(addDays(today, 14), today)).toBe(1_000_000);
  expect(urgencyPpm(addDays(today, 7), today)).toBe(1_500_000);
  expect(urgencyPpm(addDays(today, -30), today)).toBe(2_000_000);
});

test('value never falls when the stake, the chance or the urgency grows', () => {
  const minor = fc.bigInt({ min: 0n, max: 10n ** 13n });
  fc.assert(
    fc.property(minor, minor, ppm, fc.integer({ min: 0, max: 30 }), (stake, more, lift, days) => {
      const urgency = urgencyPpm(addDays(today, days), today);
      const value = valueOf(stake, lift, urgency);
      expect(valueOf(stake + more, lift, urgency)).toBeGreaterThanOrEqual(value);
      expect(valueOf(stake, Math.min(1_000_000, lift + 1000), urgency)).toBeGreaterThanOrEqual(value);
      expect(valueOf(stake, lift, urgencyPpm(addDays(today, days - 1), today))).toBeGreaterThanOrEqual(value);
    }),
  );
});

test('lift is the default until outcomes speak, lies between the default and what was seen, and disagreement lowers it', () => {
  const none = { done: 0, doneGone: 0, left: 0, leftGone: 0, disagreed: 0 };
  expect(liftOf(250_000, none)).toEqual({ liftPpm: 250_000, seen: 0, disagreed: 0 });
  // 20 done of which 16 are gone, 20 left of which 4: acting changes 60 of 100; half the weight is the default's.
  expect(liftOf(200_000, { ...none, done: 20, doneGone: 16, left: 20, leftGone: 4 }).liftPpm).toBe(400_000);
  const drawn = fc
    .tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(10))
    .map(([done, a, left, b, disagreed]) => ({
      done,
      doneGone: Math.min(a, done),
      left,
      leftGone: Math.min(b, left),
      disagreed,
    }));
  fc.assert(
    fc.property(ppm, drawn, (lift, seen) => {
      const found = liftOf(lift, seen).liftPpm;
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1_000_000);
      expect(liftOf(lift, { ...seen, disagreed: seen.disagreed + 1 }).liftPpm).toBeLessThanOrEqual(found);
    }),
  );
});

test('a partner of two classes is worth its larger one: classes are never summed', () => {
  const money = money90(
    [
      { partnerId: 'a', kind: 'agent', marginMinor: 300n },
      { partnerId: 'a', kind: 'agent', marginMinor: 200n },
      { partnerId: 'b', kind: 'agent', marginMinor: 100n },
      { partnerId: 'c', kind: 'creator', marginMinor: -50n },
    ],
    400_000,
  );
  expect([money.of('a'), money.of('c'), money.medianOf('agent')]).toEqual([300n, 0n, 200n]);
});
