import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  businessDate,
  businessDateOf,
  daysBetween,
  month,
  monthOfInstant,
  monthRange,
  startOfDay,
} from './index.ts';

const ZONES = [
  'Europe/Moscow',
  'Europe/Kaliningrad',
  'Asia/Vladivostok',
  'Asia/Kamchatka',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Pacific/Auckland',
] as const;

describe('a month is half-open in the company zone (Kill Bill #139, Lago #879)', () => {
  test.each(ZONES)('%s: each side of the border by a millisecond belongs to one month', (zone) => {
    for (let index = 0; index < 240; index += 1) {
      const of = addMonths(month('2012-01'), index);
      const { from, to } = monthRange(of, zone);
      expect(monthOfInstant(from, zone)).toBe(of);
      expect(monthOfInstant(new Date(from.getTime() - 1), zone)).toBe(addMonths(of, -1));
      expect(monthOfInstant(new Date(to.getTime() - 1), zone)).toBe(of);
      expect(monthOfInstant(to, zone)).toBe(addMonths(of, 1));
      expect(monthRange(addMonths(of, 1), zone).from).toEqual(to);
    }
  });

  test('the start of a day is the first instant that shows that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...ZONES), (days, zone) => {
        const day = addDays(businessDate('1990-01-01'), days);
        const start = startOfDay(day, zone);
        expect(businessDateOf(start, zone)).toBe(day);
        expect(businessDateOf(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
      }),
    );
  });
});

test('days and months count across years', () => {
  expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
  expect(addMonths(month('2026-11'), 14)).toBe('2028-01');
  expect(addDays(businessDate('2028-02-28'), 1)).toBe('2028-02-29');
  expect(daysBetween(businessDate('2026-03-01'), businessDate('2026-04-01'))).toBe(31);
});

test.each(['2026-13-01', '2026-02-30', '26-01-01', '2026-1-1'])('%s is not a date', (text) => {
  expect(() => businessDate(text)).toThrow();
});
