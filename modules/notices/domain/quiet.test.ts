import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstLoud, isQuiet } from './quiet.ts';

const MINUTE_MS = 60_000;
const zones = [
  'Europe/Moscow',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'UTC',
];
const minute = fc.integer({ min: 0, max: 1_439 });
const quiet = fc.record({ fromMinute: minute, toMinute: minute, zone: fc.constantFrom(...zones) });
/** Two years by the minute, with every change of clocks in them. */
const moment = fc
  .integer({
    min: Date.parse('2026-01-01T00:00:00Z') / MINUTE_MS,
    max: Date.parse('2028-01-01T00:00:00Z') / MINUTE_MS,
  })
  .map((minutes) => new Date(minutes * MINUTE_MS));

test('a letter never comes in quiet hours, never before it was told, and within a day of their end', () => {
  fc.assert(
    fc.property(moment, quiet, (at, hours) => {
      const loud = firstLoud(at, hours);
      expect(isQuiet(loud, hours)).toBe(false);
      expect(loud.getTime()).toBeGreaterThanOrEqual(at.getTime());
      if (!isQuiet(at, hours)) expect(loud).toEqual(at);
      // All that was skipped was quiet, but for an hour that a clock put back may make loud twice.
      let skipped = 0;
      for (let ms = at.getTime(); ms < loud.getTime(); ms += 7 * MINUTE_MS)
        if (!isQuiet(new Date(ms), hours)) skipped += 7;
      expect(skipped).toBeLessThanOrEqual(60);
    }),
    { numRuns: 500 },
  );
});

test('the night of one zone is the day of another; the same minute twice is no quiet at all', () => {
  const at = new Date('2026-11-21T19:30:00Z');
  const night = { fromMinute: 21 * 60, toMinute: 8 * 60 };
  expect(firstLoud(at, { ...night, zone: 'Europe/Moscow' })).toEqual(new Date('2026-11-22T05:00:00Z'));
  expect(firstLoud(at, { ...night, zone: 'America/New_York' })).toEqual(at);
  expect(isQuiet(at, { fromMinute: 600, toMinute: 600, zone: 'UTC' })).toBe(false);
});

test('on the night a clock is put back the end comes twice, and a letter waits for the nearer one', () => {
  const hours = { fromMinute: 22 * 60, toMinute: 150, zone: 'Europe/Berlin' };
  // 25 October 2026, 02:10 summer time and 02:10 winter time.
  expect(firstLoud(new Date('2026-10-25T00:10:00Z'), hours)).toEqual(new Date('2026-10-25T00:30:00Z'));
  expect(firstLoud(new Date('2026-10-25T01:10:00Z'), hours)).toEqual(new Date('2026-10-25T01:30:00Z'));
});
