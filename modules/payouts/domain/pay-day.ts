import { addMonths, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';

/** By when what was earned in a month is to be paid: the pay day of the next month. */
export function dueOn(earnedIn: Month, payDay: number): BusinessDate {
  return `${addMonths(earnedIn, 1)}-${String(payDay).padStart(2, '0')}` as BusinessDate;
}

/** The next pay day, today included. */
export function nextPayDay(today: BusinessDate, payDay: number): BusinessDate {
  const thisMonth = dueOn(addMonths(monthOf(today), -1), payDay);
  return today <= thisMonth ? thisMonth : dueOn(monthOf(today), payDay);
}

/** The last month whose earnings should have been paid by now: what was earned in it or before is overdue. */
export function overdueThrough(today: BusinessDate, payDay: number): Month {
  const month = monthOf(today);
  return addMonths(month, today > dueOn(addMonths(month, -1), payDay) ? -1 : -2);
}
