import {
  addDays,
  businessDateOf,
  startOfDay,
  type BusinessDate,
  type Instant,
  type Zone,
} from '@mosty/kernel/time';

const HOUR_MS = 3_600_000;
const OPENS = 9;
const CLOSES = 18;

/**
 * The moment after so many working hours, Monday to Friday from 9 to 18 of the company's zone. Public holidays are not
 * known here: a promise given before one is kept a little earlier than it had to be.
 */
export function afterWorkingHours(from: Instant, hours: number, zone: Zone): Instant {
  let leftMs = hours * HOUR_MS;
  let day = businessDateOf(from, zone);
  let start = from.getTime();
  for (;;) {
    const midnight = startOfDay(day, zone).getTime();
    if (!isWeekend(day)) {
      const begins = Math.max(start, midnight + OPENS * HOUR_MS);
      const roomMs = midnight + CLOSES * HOUR_MS - begins;
      if (roomMs >= leftMs) return new Date(begins + leftMs);
      leftMs -= Math.max(0, roomMs);
    }
    day = addDays(day, 1);
    start = 0;
  }
}

function isWeekend(day: BusinessDate): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
