import { daysBetween, type BusinessDate } from '@mosty/kernel/time';

const GAPS = 6;
const LEAST = 7;
const MOST = 60;
/** Where there is no gap to learn from yet. */
const UNKNOWN = 30;

/** How many days usually lie between two: the median of the last six gaps, within 7…60. */
export function usualGap(days: readonly BusinessDate[]): number {
  const last = [...new Set(days)].sort().slice(-GAPS - 1);
  const gaps = last
    .slice(1)
    .map((day, at) => daysBetween(last[at] as BusinessDate, day))
    .sort((a, b) => a - b);
  if (gaps.length === 0) return UNKNOWN;
  const middle = gaps.length >> 1;
  const median =
    gaps.length % 2 === 1 ? (gaps[middle] ?? UNKNOWN) : ((gaps[middle - 1] ?? 0) + (gaps[middle] ?? 0)) / 2;
  return Math.min(MOST, Math.max(LEAST, Math.round(median)));
}
