import {
  addDays,
  addMonths,
  firstDay,
  monthOf,
  type BusinessDate,
  type Month,
  type Range,
} from '@mosty/kernel/time';
import type { Window } from './window.ts';

/** A window as the whole months inside it and the days at its ends: fewer rows to add up, and the same sum. */
export interface Stretch {
  readonly months: Range<Month>;
  readonly days: readonly Range<BusinessDate>[];
}

export function stretchOf({ from, to }: Window): Stretch {
  const first = firstDay(monthOf(from)) === from ? monthOf(from) : addMonths(monthOf(from), 1);
  // The month `to` stands in is whole only up to its first day.
  const end = monthOf(to);
  if (first >= end) return { months: { from: first, to: first }, days: [{ from, to }] };
  const days = [
    { from, to: firstDay(first) },
    { from: firstDay(end), to },
  ];
  return { months: { from: first, to: end }, days: days.filter((range) => range.from < range.to) };
}

/** Every day of a half-open range. */
export function daysIn({ from, to }: Range<BusinessDate>): BusinessDate[] {
  const days: BusinessDate[] = [];
  for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
  return days;
}
