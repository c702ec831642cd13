import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { PollSettings } from '../contract.ts';

/** Until the company says otherwise: in May and November, three weeks, with names. */
export const USUAL: PollSettings = { isOn: true, isNameless: false, month: 5, openDays: 21 };

/** The tenth: after holidays of a month's beginning and before the end of a quarter. */
const DAY_OF_MONTH = '10';

export function halfOf(day: BusinessDate): string {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** When the poll of the day's half-year opens by itself. */
export function openingDay(day: BusinessDate, settings: PollSettings): BusinessDate {
  const month = settings.month + (halfOf(day).endsWith('1') ? 0 : 6);
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-${DAY_OF_MONTH}` as BusinessDate;
}

/** Whether it is time: whoever switches it on half a year late does not ask in December what was meant for November. */
export function isTime(day: BusinessDate, settings: PollSettings): boolean {
  const opens = openingDay(day, settings);
  return settings.isOn && day >= opens && day < addDays(opens, settings.openDays);
}
