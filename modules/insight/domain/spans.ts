import {
  addDays,
  startOfDay,
  type BusinessDate,
  type Instant,
  type Range,
  type Zone,
} from '@mosty/kernel/time';

/** The days as few half-open ranges of instants: neighbours are merged, so the database scans each stretch once. */
export function spansOf(days: Iterable<BusinessDate>, zone: Zone): Range<Instant>[] {
  const spans: { first: BusinessDate; end: BusinessDate }[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = spans.at(-1);
    if (last && last.end === day) last.end = addDays(day, 1);
    else spans.push({ first: day, end: addDays(day, 1) });
  }
  return spans.map(({ first, end }) => ({ from: startOfDay(first, zone), to: startOfDay(end, zone) }));
}
