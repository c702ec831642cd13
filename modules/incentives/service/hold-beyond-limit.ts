import {
  defineLimitUse,
  definePassageEffect,
  limitsOf,
  onLimitsLifted,
  standingOf,
  type LimitNow,
} from '@mosty/lifecycle';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import { withinLimit } from '../domain/within-limit.ts';
import { lockHeld } from '../store/accruals.ts';
import { letThrough, liftHold, lockLimit, standingLimitHold } from '../store/holds.ts';
import { putOnHold, takeOffHold, type Holdable } from './hold-rows.ts';

/** Said of a hold nobody in particular placed; its words stand in `ui/words`. */
const BEYOND = 'stage_limit';
const EASED = 'stage_limit_eased';
/** By when somebody looks: a launch and a pilot are decided within a month or two, and a reminder is no harm. */
const LOOK_AGAIN_DAYS = 30;

type Earned = Holdable & { readonly kind: string; readonly effectiveAt: Date };

/** As it was earned; of one moment the smaller first, so that fewer wait. */
const asEarned = (a: Earned, b: Earned) =>
  a.effectiveAt.getTime() - b.effectiveAt.getTime() || Number(a.amountMinor - b.amountMinor);

/**
 * Holds what partners who are not trusted yet just earned beyond what their stage allows (S0.17, S0.18). It is earned and
 * stands in the books; it waits. What takes away from an accrual or mends it goes with that accrual and is not measured.
 */
export async function holdBeyondLimit(tx: Tx, recorded: readonly Earned[]): Promise<void> {
  const earned = Map.groupBy(
    recorded.filter(
      ({ kind, amountMinor, state, carried }) =>
        amountMinor > 0n &&
        !carried &&
        ['commission', 'fixed_fee', 'bonus'].includes(kind) &&
        (state === 'pending' || state === 'approved'),
    ),
    ({ partnerId }) => partnerId,
  );
  const limits = await limitsOf(tx, [...earned.keys()]);
  for (const [partnerId, limit] of limits) {
    if (limit.accruedMinorMax === null) continue;
    const rows = earned.get(partnerId as Id<'partner'>) ?? [];
    await lockLimit(tx, partnerId);
    const { waits } = withinLimit(rows.toSorted(asEarned), await spentOf(tx, limit, rows), limit);
    if (waits.length > 0) await putBeyond(tx, limit.partnerId, waits);
  }
}

async function spentOf(tx: Tx, limit: LimitNow, without: readonly Holdable[]): Promise<bigint> {
  const { partnerId, currency, since } = limit;
  return letThrough(tx, { partnerId, currency, since, without: without.map(({ id }) => id) });
}

async function putBeyond(tx: Tx, partnerId: Id<'partner'>, rows: readonly Holdable[]): Promise<void> {
  const standing = await standingLimitHold(tx, partnerId);
  const until = addDays(businessDateOf(tx.now(), tx.zone), LOOK_AGAIN_DAYS);
  const hold = standing ?? { id: tx.id('hold'), partnerId, reason: BEYOND, until, ofLimit: true };
  await putOnHold(tx, hold, rows, { stands: standing !== undefined });
}

/** What waited and now fits is again what it was: the partner was trusted, moved on, or the limits grew. */
export async function easeLimitHold(tx: Tx, partnerId: Id<'partner'>): Promise<void> {
  await lockLimit(tx, partnerId);
  const hold = await standingLimitHold(tx, partnerId);
  if (!hold) return;
  // With one of the stop list a person decides what becomes of its money, by lifting the hold.
  if ((await standingOf(tx, [partnerId])).get(partnerId)?.stage === 'stop_listed') return;
  const rows = await lockHeld(tx, hold.id);
  const limit = (await limitsOf(tx, [partnerId])).get(partnerId);
  const fits = limit
    ? withinLimit(rows.toSorted(asEarned), await spentOf(tx, limit, []), limit).through
    : rows;
  if (fits.length > 0) await takeOffHold(tx, hold, fits, EASED);
  if (fits.length === rows.length) await liftHold(tx, hold.id, EASED);
}

defineLimitUse('accrued', (tx, limit) => spentOf(tx, limit, []));
onLimitsLifted(easeLimitHold);
// A pilot allows more than a launch, working sets free; whoever leaves is paid what it earned (S0.66).
for (const to of ['pilot', 'working', 'leaving'] as const)
  definePassageEffect('*', to, (tx, { partnerId }) => easeLimitHold(tx, partnerId));
