import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { Report } from '../../contract/partner-life.ts';
import { lengthOf, STANDARD_DAYS, type Window } from '../window.ts';
import { lastQuarter } from './steady.ts';

/** Hours, money and activity: the ninety days that end today. */
export function lately(today: BusinessDate): Window {
  const to = addDays(today, 1);
  return { from: addDays(to, -STANDARD_DAYS), to };
}

/** Deals take longer than sales: those begun in the last year. */
export function lastYear(today: BusinessDate): Window {
  const to = addDays(today, 1);
  return { from: addDays(to, -365), to };
}

/** From the first day there is anything of until the end; a report of nothing is of its last day. */
export function sinceThe(first: BusinessDate | null, to: BusinessDate): Window {
  return { from: first !== null && first < to ? first : addDays(to, -1), to };
}

export function withDays(window: Window) {
  return { ...window, days: lengthOf(window) };
}

/** The days that the rows of a report are of; rows of whole lives look at none of them. */
export function windowOfRows(report: Report, today: BusinessDate): Window {
  return report === 'steady' ? lastQuarter(today) : lately(today);
}
