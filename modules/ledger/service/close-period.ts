import type { Tx } from '@mosty/kernel/context';
import type { Month } from '@mosty/kernel/time';
import { checkClose } from '../domain/periods.ts';
import { holdPeriodsAlone, readClosedThrough, readFirstPosted, saveClosedThrough } from '../store/periods.ts';

/**
 * Closes a month for ever, in the caller's transaction. Every posting that was under way is finished when it
 * returns, so totals read afterwards are the month's last word.
 * @throws Refusal `ledger.month_closed`, `ledger.earlier_month_open`, `ledger.month_not_over`
 */
export async function closePeriod(tx: Tx, month: Month): Promise<void> {
  await holdPeriodsAlone(tx);
  const closedThrough = await readClosedThrough(tx);
  const firstPosted = await readFirstPosted(tx);
  const refusal = checkClose({ month, closedThrough, firstPosted, now: tx.now(), zone: tx.zone });
  if (refusal) throw refusal;
  await saveClosedThrough(tx, month);
}
