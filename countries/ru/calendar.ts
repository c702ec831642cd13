import { addDays, type BusinessDate } from '@mosty/kernel/time';

/**
 * Days off of a year in half-open ranges, Saturdays and Sundays apart: the production calendar as the government fixed
 * it, with moved days. 2026: Russian Government decree on moving days off; 247 working days.
 */
const FIXED: Readonly<Record<string, readonly (readonly [from: string, until: string])[]>> = {
  '2025': [['2025-12-31', '2026-01-01']],
  '2026': [
    ['2026-01-01', '2026-01-12'],
    ['2026-02-23', '2026-02-24'],
    ['2026-03-09', '2026-03-10'],
    ['2026-05-01', '2026-05-02'],
    ['2026-05-11', '2026-05-12'],
    ['2026-06-12', '2026-06-13'],
    ['2026-11-04', '2026-11-05'],
    ['2026-12-31', '2027-01-01'],
  ],
};

/** Holidays of the Labour Code, article 112: what is known of a year before its days off are moved. */
const EVERY_YEAR = new Set(
  '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '),
);

/** Whether the days off of that year are final; before that holidays are known, their moving is not. */
export function isCalendarFixed(year: string): boolean {
  return year in FIXED && year !== '2025';
}

export function isWorkingDay(day: BusinessDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const year = day.slice(0, 4);
  if ((FIXED[year] ?? []).some(([from, until]) => from <= day && day < until)) return false;
  return isCalendarFixed(year) || !EVERY_YEAR.has(day.slice(5));
}

/** The day by which `count` whole working days have passed after `day`: a promise «в течение трёх рабочих дней». */
export function addWorkingDays(day: BusinessDate, count: number): BusinessDate {
  let left = count;
  let on = day;
  while (left > 0) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return on;
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: BusinessDate, to: BusinessDate): number {
  let count = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(on)) count += 1;
  return count;
}
