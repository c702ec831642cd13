import { addDays, addMonths, firstDay, monthOf, type BusinessDate } from '@mosty/kernel/time';
import { median, sharePpm } from '../share.ts';
import type { Window } from '../window.ts';

/** S1.72: who sold in four quarters has lived through a year of seasons. */
export const LONG_QUARTERS = 4;
/** S0.56: a week above twice the median of the eight before it is a spike. */
export const SPIKE_TIMES = 2;
export const WEEKS_BEFORE = 8;
export const WEEKS_SHOWN = 52;
export const WEEKS_NEEDED = 12;
export const SELLERS_NEEDED = 5;
export const STABLE_MONTHS = 12;
/** A year has to be half there to speak of how even it is. */
export const STABLE_MONTHS_NEEDED = 6;

/** The last quarter that is over. */
export function lastQuarter(today: BusinessDate): Window {
  const month = monthOf(today);
  const inQuarter = (Number(month.slice(5)) - 1) % 3;
  const to = addMonths(month, -inQuarter);
  return { from: firstDay(addMonths(to, -3)), to: firstDay(to) };
}

/** The whole weeks shown, Monday to Monday, the running one left out. */
export function lastWeeks(today: BusinessDate): Window {
  const monday = mondayOf(today);
  return { from: addDays(monday, -7 * WEEKS_SHOWN), to: monday };
}

export function lastMonths(today: BusinessDate): Window {
  const month = monthOf(today);
  return { from: firstDay(addMonths(month, -STABLE_MONTHS)), to: firstDay(month) };
}

function mondayOf(day: BusinessDate): BusinessDate {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

export interface WeekPaid {
  readonly week: BusinessDate;
  readonly paidMinor: bigint;
}

export interface Spikes {
  readonly times: number;
  readonly judged: number;
  readonly spikes: number;
  /** Of the revenue of the weeks judged, what came in weeks without a spike. */
  readonly sharePpm: bigint | null;
  readonly weeks: readonly (WeekPaid & { readonly medianMinor: bigint | null; readonly spike: boolean })[];
}

/**
 * Judges each week by the eight before it. `paid` are weeks with sales, the eight before the window too; a week without
 * sales counts as nothing. Where the median before is nothing there is nothing to be a spike over: it is not judged.
 */
export function spikesOf(window: Window, paid: readonly WeekPaid[]): Spikes {
  const byWeek = new Map(paid.map(({ week, paidMinor }) => [String(week), paidMinor]));
  const first = paid.map(({ week }) => week).toSorted()[0];
  const weeks: { week: BusinessDate; paidMinor: bigint; medianMinor: bigint | null; spike: boolean }[] = [];
  for (let week = window.from; week < window.to; week = addDays(week, 7)) {
    const before = Array.from({ length: WEEKS_BEFORE }, (_none, back) => addDays(week, -7 * (back + 1)));
    const known = first !== undefined && (before.at(-1) ?? week) >= first;
    const middle = known ? median(before.map((one) => byWeek.get(one) ?? 0n)) : null;
    const medianMinor = middle !== null && middle > 0n ? middle : null;
    const paidMinor = byWeek.get(week) ?? 0n;
    const spike = medianMinor !== null && paidMinor > BigInt(SPIKE_TIMES) * medianMinor;
    weeks.push({ week, paidMinor, medianMinor, spike });
  }
  const judged = weeks.filter(({ medianMinor }) => medianMinor !== null);
  const sum = (list: readonly WeekPaid[]) => list.reduce((so, { paidMinor }) => so + paidMinor, 0n);
  return {
    times: SPIKE_TIMES,
    judged: judged.length,
    spikes: judged.filter(({ spike }) => spike).length,
    sharePpm:
      judged.length < WEEKS_NEEDED ? null : sharePpm(sum(judged.filter(({ spike }) => !spike)), sum(judged)),
    weeks,
  };
}
