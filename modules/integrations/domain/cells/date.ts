import { instantOfWallClock, type Zone } from '@mosty/kernel/time';
import type { DateOrder } from '../../contract/mapping.ts';

const DAY_MS = 86_400_000;
const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?)?`;
const ISO = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${TIME}\s*(Z|[+-]\d{2}(?::?\d{2})?)?$`);
const PARTS = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})${TIME}$`);
const UNIX = /^-?\d{1,11}(\.\d+)?$/;
/** Outside these years a date is a slip of the keyboard, not a sale. The same as the API takes. */
const YEAR_MIN = 1970;
const YEAR_END = 2100;
const EARLIEST = Date.UTC(YEAR_MIN, 0, 1);
const LATEST = Date.UTC(YEAR_END, 0, 1);

/** Whether a moment read from a file lies within them: as an instant it can, while the wall clock says otherwise. */
export function isWithinYears(ms: number): boolean {
  return ms >= EARLIEST && ms < LATEST;
}

/** A reading of the wall clock as milliseconds, as if it were UTC; or an instant where the text names its zone. */
export interface ReadTime {
  readonly ms: number;
  readonly zoned: boolean;
}

/** Null where the text is no date of this order. ISO is understood in any column: it can mean nothing else. */
export function readTime(text: string, order: DateOrder): ReadTime | null {
  if (order === 'unix') return UNIX.test(text) ? { ms: Math.round(Number(text) * 1000), zoned: true } : null;
  const iso = ISO.exec(text);
  if (iso) {
    const ms = wallClock(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7], iso[8]);
    if (ms === null) return null;
    return iso[9] === undefined ? { ms, zoned: false } : { ms: ms - offsetMs(iso[9]), zoned: true };
  }
  const parts = order === 'iso' ? null : PARTS.exec(text);
  if (!parts) return null;
  const [day, month] = order === 'dmy' ? [parts[1], parts[2]] : [parts[2], parts[1]];
  const ms = wallClock(
    fullYear(parts[3] ?? ''),
    month,
    day,
    parts[4],
    parts[5],
    parts[6],
    parts[7],
    parts[8],
  );
  return ms === null ? null : { ms, zoned: false };
}

function fullYear(text: string): string {
  if (text.length === 4) return text;
  return `${Number(text) < 70 ? '20' : '19'}${text}`;
}

function wallClock(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  hour = '0',
  minute = '0',
  second = '0',
  fraction = '',
  half?: string,
): number | null {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  let h = Number(hour);
  if (half !== undefined) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  if (y < YEAR_MIN || y >= YEAR_END || h > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const midnight = Date.UTC(y, m - 1, d);
  const made = new Date(midnight);
  if (made.getUTCMonth() !== m - 1 || made.getUTCDate() !== d) return null;
  const ms = fraction === '' ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  return midnight + ((h * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0')) * 60_000;
}

/**
 * Wall clock of a zone to instants, remembering each day's offset: asking Intl for every row of a million costs
 * ten seconds, and only the days of a clock change have two offsets.
 */
export function localClock(zone: Zone): (wallMs: number) => number {
  const offsets = new Map<number, number | null>();
  return (wallMs) => {
    const day = Math.floor(wallMs / DAY_MS);
    let offset = offsets.get(day);
    if (offset === undefined) {
      const begins = day * DAY_MS;
      const before = begins - instantOfWallClock(begins, zone).getTime();
      const after = begins + DAY_MS - instantOfWallClock(begins + DAY_MS, zone).getTime();
      offset = before === after ? before : null;
      offsets.set(day, offset);
    }
    return offset === null ? instantOfWallClock(wallMs, zone).getTime() : wallMs - offset;
  };
}

/** The order of a column's dates by its values; `otherwise` where all of them could be read both ways. */
export function detectDateOrder(values: readonly string[], otherwise: 'dmy' | 'mdy' = 'dmy'): DateOrder {
  let iso = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  let unix = 0;
  for (const value of values) {
    if (ISO.test(value)) {
      iso += 1;
      continue;
    }
    if (/^\d{9,11}$/.test(value)) unix += 1;
    const parts = PARTS.exec(value);
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst += 1;
    else if (Number(parts[2]) > 12 || parts[8] !== undefined) monthFirst += 1;
    else if (value.includes('.')) dayFirst += 0.5;
  }
  if (unix > iso && unix > dayFirst + monthFirst) return 'unix';
  // ISO is understood whatever the order, so a mixed column (a sheet with typed dates) takes the other one's.
  if (iso > 0 && !values.some((value) => PARTS.test(value))) return 'iso';
  if (dayFirst === monthFirst) return values.some((value) => PARTS.test(value)) ? otherwise : 'iso';
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}
