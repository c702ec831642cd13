import { addDays, type BusinessDate } from '@mosty/kernel/time';

/** Monday of the week in which this day lies. */
export function mondayOf(day: BusinessDate): BusinessDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
