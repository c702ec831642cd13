import type { Instant } from './instant.ts';

/** A day in the company's zone, `YYYY-MM-DD`. Periods are made of these; PostgreSQL keeps it as date. */
export type BusinessDate = string & { readonly __businessDate: true };
/** A month in the company's zone, `YYYY-MM`. */
export type Month = string & { readonly __month: true };
/** IANA name, e.g. `Europe/Moscow`. */
export type Zone = string;

/** Half-open: `from` belongs to it, `to` does not. */
export interface Range<T> {
  readonly from: T;
  readonly to: T;
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DAY_MS = 86_400_000;

export function businessDate(text: string): BusinessDate {
  // Date.parse rolls 30 February over into March: the day that comes back must be the day that went in.
  const parsed = DATE.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (!parsed || parsed.toISOString().slice(0, 10) !== text) throw new Error(`not a date: ${text}`);
  return text as BusinessDate;
}

export function month(text: string): Month {
  if (!MONTH.test(text)) throw new Error(`not a month: ${text}`);
  return text as Month;
}

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

/** What the clock on the wall shows, as milliseconds of UTC, whole seconds. */
export function wallClock(instant: Instant, zone: Zone): number {
  const ms = instant.getTime();
  const offset = steadyOffset(Math.floor(ms / DAY_MS), zone);
  return offset === null ? readClock(instant, zone) : Math.floor(ms / 1000) * 1000 + offset;
}

const steady = new Map<Zone, Map<number, number | null>>();
const STEADY_DAYS_KEPT = 20_000;

/**
 * The zone's offset from UTC all through a UTC day; null on a day when its clock is changed. No clock is changed twice
 * within a day, so the same offset at both ends holds between them. Asked once a day instead of once an instant, for
 * reading the calendar takes 5 µs.
 */
function steadyOffset(utcDay: number, zone: Zone): number | null {
  let days = steady.get(zone);
  if (!days || days.size > STEADY_DAYS_KEPT) {
    days = new Map();
    steady.set(zone, days);
  }
  let offset = days.get(utcDay);
  if (offset === undefined) {
    const [from, to] = [utcDay * DAY_MS, (utcDay + 1) * DAY_MS];
    const atStart = readClock(new Date(from), zone) - from;
    offset = readClock(new Date(to), zone) - to === atStart ? atStart : null;
    days.set(utcDay, offset);
  }
  return offset;
}

function readClock(instant: Instant, zone: Zone): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
}

/** The day that the wall clock in `zone` shows at `instant`. */
export function businessDateOf(instant: Instant, zone: Zone): BusinessDate {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 10) as BusinessDate;
}

export function monthOf(date: BusinessDate): Month {
  return date.slice(0, 7) as Month;
}

export function monthOfInstant(instant: Instant, zone: Zone): Month {
  return monthOf(businessDateOf(instant, zone));
}

/**
 * The instant at which the wall clock in `zone` shows the given local time (milliseconds as if it were UTC).
 * A time skipped by a clock change gives the moment after the change; a repeated one gives the earlier.
 */
export function instantOfWallClock(localMs: number, zone: Zone): Instant {
  const offsetAt = (ms: number): number => wallClock(new Date(ms), zone) - Math.floor(ms / 1000) * 1000;
  const before = localMs - offsetAt(localMs - DAY_MS);
  const after = localMs - offsetAt(localMs + DAY_MS);
  const fits = (ms: number): boolean => ms + offsetAt(ms) === localMs;
  if (fits(before)) return new Date(before);
  if (fits(after)) return new Date(after);
  return new Date(Math.max(before, after));
}

export function startOfDay(date: BusinessDate, zone: Zone): Instant {
  return instantOfWallClock(Date.parse(`${date}T00:00:00Z`), zone);
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as BusinessDate;
}

export function addMonths(from: Month, months: number): Month {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

export function firstDay(of: Month): BusinessDate {
  return `${of}-01` as BusinessDate;
}

/** The month as a half-open range of instants, its borders at midnight in the company's zone. */
export function monthRange(of: Month, zone: Zone): Range<Instant> {
  return { from: startOfDay(firstDay(of), zone), to: startOfDay(firstDay(addMonths(of, 1)), zone) };
}

export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
