import { addDays, businessDate, type BusinessDate } from '@mosty/kernel/time';
import type { Season } from '../contract/calendar.ts';

/** Month and day of the first and the last day. A season may end in the next year. */
const YEARLY: Readonly<Record<Season, readonly [from: string, to: string]>> = {
  new_year: ['12-10', '01-08'],
  defender_day: ['02-16', '02-23'],
  womens_day: ['03-01', '03-08'],
  annual_reports: ['03-15', '03-31'],
  half_year: ['06-15', '06-30'],
  school: ['08-10', '09-05'],
  business_season: ['09-08', '09-30'],
  black_friday: ['11-15', '11-30'],
  budgets: ['10-15', '11-14'],
};

/** A campaign of two sides takes about six weeks to prepare; later than two weeks before it is too late to begin. */
const PREPARE_FROM_DAYS = 42;
const PREPARE_TO_DAYS = 14;

export interface SeasonDays {
  readonly code: Season;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** Seasons that touch the days from `from` to `to`, the earliest first. */
export function seasonsBetween(from: BusinessDate, to: BusinessDate): SeasonDays[] {
  const found: SeasonDays[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year += 1)
    for (const [code, [first, last]] of Object.entries(YEARLY) as [Season, readonly [string, string]][]) {
      const begins = businessDate(`${year}-${first}`);
      const ends = businessDate(`${last < first ? year + 1 : year}-${last}`);
      if (begins <= to && ends >= from) found.push({ code, from: begins, to: ends });
    }
  return found.toSorted((a, b) => a.from.localeCompare(b.from));
}

/** The nearest season that there is still time to prepare together (S1.64). */
export function seasonToPrepare(today: BusinessDate): SeasonDays | null {
  const first = addDays(today, PREPARE_TO_DAYS);
  const last = addDays(today, PREPARE_FROM_DAYS);
  return seasonsBetween(first, last).find(({ from }) => from >= first && from <= last) ?? null;
}
