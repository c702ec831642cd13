import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import { holdingFlags, insertStep, unpaidAccruals } from '../store/flags.ts';
import { holdThese } from './hold-for-flag.ts';

/** A hold whose day has passed still stands until somebody decides: what comes now waits a week more. */
const WEEK_DAYS = 7;

export interface Earned {
  readonly accrualId: string;
  readonly partnerId: string;
}

/** S0.26: while money of a flag is held, what the partner earns anew is held too. Safe to repeat: what is held is held. */
export async function holdNewAccruals(tx: Tx, earned: readonly Earned[]): Promise<void> {
  if (earned.length === 0) return;
  const partners = new Set(earned.map(({ partnerId }) => partnerId));
  const fresh = new Set(earned.map(({ accrualId }) => accrualId));
  const today = businessDateOf(tx.now(), tx.zone);
  const seen = new Set<Id<'partner'>>();
  for (const flag of await holdingFlags(tx, [...partners])) {
    if (seen.has(flag.partnerId)) continue;
    seen.add(flag.partnerId);
    const heldUntil =
      flag.heldUntil !== null && flag.heldUntil > today ? flag.heldUntil : addDays(today, WEEK_DAYS);
    const unpaid = await unpaidAccruals(tx, flag.partnerId, null);
    const count = await holdThese(
      tx,
      { ...flag, heldUntil },
      unpaid.filter((id) => fresh.has(id)),
    );
    if (count > 0) await insertStep(tx, flag.id, { what: 'held_more', params: { count } });
  }
}
