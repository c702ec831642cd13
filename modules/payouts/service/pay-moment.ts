import { openPeriods } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { monthOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import type { When } from '../domain/postings/paying.ts';

/**
 * When money of a pay day moves in the ledger: on that day, or now where the day is still to come.
 * @throws payouts.pay_day_closed when the day's month is closed: no fact of our own making goes into a later one
 */
export async function payMoment(tx: Tx, day: BusinessDate): Promise<When> {
  const start = startOfDay(day, tx.zone);
  const at = start < tx.now() ? start : tx.now();
  const period = (await openPeriods(tx))(at);
  if (start < tx.now() && period !== monthOf(day))
    refuse('not_now', 'payouts.pay_day_closed', { day, open: period });
  return { at, period };
}
