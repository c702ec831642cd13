import { Refusal } from '@mosty/kernel/refusal';
import { addDays, businessDate, daysBetween, type BusinessDate, type Range } from '@mosty/kernel/time';

export type Window = Range<BusinessDate>;

/** What the page shows unless told: a quarter's worth of days, today included. */
export const STANDARD_DAYS = 90;
/** Ten years: beyond it somebody mistyped a year. */
const WINDOW_DAYS_MAX = 3_660;

export function windowOf(
  asked: { from?: string | undefined; to?: string | undefined },
  today: BusinessDate,
): Window | Refusal {
  const to = asked.to ? businessDate(asked.to) : addDays(today, 1);
  const from = asked.from ? businessDate(asked.from) : addDays(to, -STANDARD_DAYS);
  const days = daysBetween(from, to);
  if (days <= 0) return new Refusal('invalid', 'insight.window_is_empty', { from, to });
  if (days > WINDOW_DAYS_MAX)
    return new Refusal('limit', 'insight.window_is_too_long', { days, daysMax: WINDOW_DAYS_MAX });
  return { from, to };
}

export function lengthOf(window: Window): number {
  return daysBetween(window.from, window.to);
}

/** The same number of days, ending where this period begins. */
export function periodBefore(window: Window): Window {
  return { from: addDays(window.from, -lengthOf(window)), to: window.from };
}

/** S3.31 and long B2B cycles: a partner whose deals take four months is not dead after three. */
export const ACTIVITY_DAYS_MIN = 90;

/** `max(90 days, 1.5 × median cycle)`, rounded up. An unknown cycle leaves the 90 days, and the number says so. */
export function activityWindow(end: BusinessDate, medianCycleDays: number | null): Window {
  const days = Math.max(ACTIVITY_DAYS_MIN, Math.ceil((medianCycleDays ?? 0) * 1.5));
  return { from: addDays(end, -days), to: end };
}
