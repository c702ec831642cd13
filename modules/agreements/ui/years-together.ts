import { businessDate } from '@mosty/kernel/time';

/** Whole years from the day of the first agreement to today: what a local leader is invested in for (S1.60). */
export function yearsTogether(since: string, today: string): number {
  const [from, to] = [businessDate(since), businessDate(today)];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years);
}
