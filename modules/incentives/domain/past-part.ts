import type { BusinessDate } from '@mosty/kernel/time';

/**
 * One part in a past sale, as columns hold it: the reader writes the next one over it. Days are counted from 1970;
 * whole numbers that a float holds exactly stand in it as they are, `amountMicro()` is exact beyond that too.
 */
export interface PastPart {
  /** Place of the agreement in the list that was asked for. */
  place: number;
  role: number;
  sharePpm: number;
  day: number;
  /** NaN where it is not a whole number of minor units below 2^53: then only the exact way prices it. */
  amountMinor: number;
  amountMicro: () => bigint;
  vatMicro: () => bigint | null;
  /** -1: not told. */
  listMinor: number;
  isFirst: boolean;
  /** -1: unknown client. */
  firstPaidDay: number;
}

const DAY_MS = 86_400_000;
const dates = new Map<number, BusinessDate>();

export function dateOf(day: number): BusinessDate {
  let date = dates.get(day);
  if (date === undefined) {
    if (dates.size > 50_000) dates.clear();
    date = new Date(day * DAY_MS).toISOString().slice(0, 10) as BusinessDate;
    dates.set(day, date);
  }
  return date;
}

export function dayNumber(date: BusinessDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}
