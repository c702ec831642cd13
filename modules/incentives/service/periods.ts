import { openPeriods } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import { monthOf, type BusinessDate, type Instant, type Month } from '@mosty/kernel/time';

/** The open month in which something of an instant is entered: its own, or the first open one after a closed one. */
export async function periodFinder(
  tx: Tx,
  dayOf: (at: Instant) => BusinessDate,
): Promise<(at: Instant) => Month> {
  const open = await openPeriods(tx);
  const known = new Map<Month, Month>();
  return (at) => {
    const month = monthOf(dayOf(at));
    let period = known.get(month);
    if (period === undefined) {
      period = open(at);
      known.set(month, period);
    }
    return period;
  };
}
