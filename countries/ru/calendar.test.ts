import { addDays, businessDate } from '@mosty/kernel/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, isCalendarFixed, isWorkingDay, workingDaysBetween } from './calendar.ts';

const start = businessDate('2026-01-01');

test('2026 has 247 working days, moved days off counted', () => {
  const year = Array.from({ length: 365 }, (_, place) => addDays(start, place));
  expect(year.filter(isWorkingDay)).toHaveLength(247);
});

test('days off that were moved are off, and the working Fridays before them work', () => {
  for (const off of ['2026-01-09', '2026-03-09', '2026-05-11', '2026-11-04', '2025-12-31', '2026-12-31'])
    expect(isWorkingDay(businessDate(off)), off).toBe(false);
  for (const on of ['2026-01-12', '2026-02-20', '2026-11-03', '2026-11-05'])
    expect(isWorkingDay(businessDate(on)), on).toBe(true);
});

test('a year not fixed yet knows its holidays and says that it is not final', () => {
  expect(isCalendarFixed('2027')).toBe(false);
  expect(isWorkingDay(businessDate('2027-02-23'))).toBe(false);
  expect(isWorkingDay(businessDate('2027-02-24'))).toBe(true);
});

test('adding working days and counting them undo each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 60 }), (from, count) => {
      const day = addDays(start, from);
      const on = addWorkingDays(day, count);
      expect(isWorkingDay(on)).toBe(true);
      expect(workingDaysBetween(day, on)).toBe(count);
    }),
  );
});
