import type { Tx } from '@mosty/kernel/context';
import type { Instant, Month } from '@mosty/kernel/time';
import { periodOf } from '../domain/periods.ts';
import { holdPeriodsOpen, readClosedThrough } from '../store/periods.ts';

/**
 * Tells for any moment the month in which a fact of that moment is posted. What it says stays true until the
 * caller's transaction ends: nobody closes a month meanwhile.
 */
export async function openPeriods(tx: Tx): Promise<(effectiveAt: Instant) => Month> {
  await holdPeriodsOpen(tx);
  const closedThrough = await readClosedThrough(tx);
  return (effectiveAt) => periodOf(effectiveAt, tx.zone, closedThrough);
}

export async function openPeriodFor(tx: Tx, effectiveAt: Instant): Promise<Month> {
  return (await openPeriods(tx))(effectiveAt);
}
