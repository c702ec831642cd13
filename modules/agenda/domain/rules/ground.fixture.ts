import { businessDate, daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { money90 } from '../money.ts';
import type { Ground } from '../rule.ts';

const TODAY = businessDate('2026-03-02');

/** A day so many days from today. */
export const on = (days: number): BusinessDate =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as BusinessDate;

/** One partner brought 1 000 ₽, the median of its kind; two fifths of a sale are margin; every day is a working day. */
export const ground: Ground = {
  today: TODAY,
  workingDaysSince: (day) => Math.max(0, daysBetween(day, TODAY)),
  money: money90([{ partnerId: 'p', kind: 'agent', marginMinor: 100_000n }], 400_000),
};
