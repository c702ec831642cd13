import { openPeriods } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import { monthOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import type { When } from '../domain/postings/paying.ts';

/**
 * When money of a pay day moves in the ledger: on that day while its month is open; now where the day is still to
 * come, or the month was closed before the batch was approved.
 */
export async function payMoment(tx: Tx, day: BusinessDate): Promise<When> {
  const periodOf = await openPeriods(tx);
  const start = startOfDay(day, tx.zone);
  const isOpen = periodOf(start) === monthOf(day);
  const at = start < tx.now() && isOpen ? start : tx.now();
  return { at, period: periodOf(at) };
}

/** Whether a batch may still be dated by this day. */
export async function isPayDayOpen(tx: Tx, day: BusinessDate): Promise<boolean> {
  return (await openPeriods(tx))(startOfDay(day, tx.zone)) === monthOf(day);
}
