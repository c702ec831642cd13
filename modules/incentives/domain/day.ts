import { businessDateOf, type BusinessDate, type Instant, type Zone } from '@mosty/kernel/time';

/** No zone's clock stands at other than a whole quarter of an hour from UTC (Nepal, the Chatham Islands: 45 minutes). */
const QUARTER_MS = 900_000;

/**
 * `businessDateOf` for many instants of one company: asks the calendar once for each quarter of an hour, some twenty
 * times faster on a batch of sales.
 */
export function dayFinder(zone: Zone): (at: Instant) => BusinessDate {
  const known = new Map<number, BusinessDate>();
  return (at) => {
    const quarter = Math.floor(at.getTime() / QUARTER_MS);
    let day = known.get(quarter);
    if (day === undefined) {
      day = businessDateOf(at, zone);
      known.set(quarter, day);
    }
    return day;
  };
}
