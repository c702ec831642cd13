import { addDays, addMonths, firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';

/** Days after the end of a quarter in which its review is to be held. */
export const DAYS_TO_HOLD = 21;
/** Silent for so long, a partner is proposed for parting (S0.73). */
export const PASSIVE_DAYS = 180;

/** The first month of the quarter that a day belongs to. */
export function quarterOf(day: BusinessDate): Month {
  const month = monthOf(day);
  return addMonths(month, -((Number(month.slice(5)) - 1) % 3));
}

/** The last whole quarter before a day: its first day, the first day after it, and the day its review is due. */
export function lastQuarter(today: BusinessDate): {
  from: BusinessDate;
  to: BusinessDate;
  dueOn: BusinessDate;
} {
  const next = quarterOf(today);
  const to = firstDay(next);
  return { from: firstDay(addMonths(next, -3)), to, dueOn: addDays(to, DAYS_TO_HOLD) };
}

/** The first day after the quarter that begins on this one. */
export const endOf = (quarter: BusinessDate): BusinessDate => firstDay(addMonths(monthOf(quarter), 3));
