import { addMonths, businessDate, monthOf, type BusinessDate } from '@mosty/kernel/time';

/** A receipt not given at the payment itself is given by the ninth of the next month (422-ФЗ, 14, 3). */
export function receiptDueOn(paidOn: BusinessDate): BusinessDate {
  return businessDate(`${addMonths(monthOf(paidOn), 1)}-09`);
}
