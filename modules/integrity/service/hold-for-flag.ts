import { permit } from '@mosty/identity';
import { holdAccruals } from '@mosty/incentives';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import { isUndecided, mayHold } from '../domain/life.ts';
import { rights } from '../policy.ts';
import {
  addFlagHolds,
  insertStep,
  rowsOf,
  saveFlag,
  unpaidAccruals,
  type FlagRecord,
} from '../store/flags.ts';
import { flagToChange } from './decide-flag.ts';

export interface HoldForFlag {
  readonly flagId: Id<'flag'>;
  readonly reason: string;
  readonly until: string;
  readonly what?: 'suspicious' | 'everything';
}

/**
 * Stops what the partner has earned and is not paid; what it earns while the flag stands is held as it comes. What was
 * paid stays paid: a hold is no rewriting of history (S0.26).
 * @throws integrity.flag_decided, integrity.held_already, incentives.hold_in_past
 */
export function holdForFlag(ctx: Context, input: HoldForFlag): Promise<{ held: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'flag.hold');
    const flag = await flagToChange(tx, input.flagId);
    orRefuse(mayHold(flag));
    const { reason, until, what = 'everything' } = input;
    if (until <= businessDateOf(tx.now(), tx.zone)) refuse('invalid', 'incentives.hold_in_past', { until });
    const sales =
      what === 'suspicious'
        ? (await rowsOf(tx, flag.id)).filter(({ kind }) => kind === 'sale').map(({ subject }) => subject)
        : null;
    const state = isUndecided(flag.state) ? ('held' as const) : flag.state;
    const holding = { ...flag, state, heldUntil: until, holdReason: reason };
    await saveFlag(tx, holding);
    const held = await holdThese(tx, holding, await unpaidAccruals(tx, flag.partnerId, sales));
    await insertStep(tx, flag.id, { what: 'held', params: { until, count: held }, says: reason });
    tx.audit({ verb: 'integrity.hold_for_flag', subject: flag.id, reason, change: { until, held, what } });
    tx.emit({ type: 'flag.held', flagId: flag.id, partnerId: flag.partnerId, until, held });
    return { held };
  });
}

/** Nothing to hold is no refusal: what is earned tomorrow will be. */
export async function holdThese(
  tx: Tx,
  flag: FlagRecord,
  accrualIds: readonly Id<'accrual'>[],
): Promise<number> {
  if (accrualIds.length === 0 || flag.heldUntil === null || flag.holdReason === null) return 0;
  const { holdIds, held } = await holdAccruals(tx, {
    accrualIds,
    reason: flag.holdReason,
    until: businessDate(flag.heldUntil),
  });
  await addFlagHolds(tx, flag.id, holdIds);
  return held;
}
