import { permit } from '@mosty/identity';
import { limitsOf } from '@mosty/lifecycle';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { isOpen } from '../domain/life.ts';
import { rights } from '../policy.ts';
import { lockHeld, lockOpenOfPartner, lockWithBeside } from '../store/accruals.ts';
import { findHold, liftHold } from '../store/holds.ts';
import { putOnHold, takeOffHold } from './hold-rows.ts';

export interface HoldAccruals {
  /** These, or everything of the partner that is not paid yet. */
  readonly accrualIds?: readonly Id<'accrual'>[];
  readonly partnerId?: Id<'partner'>;
  readonly reason: string;
  /** The day by which somebody decides. */
  readonly until: BusinessDate;
}

/**
 * Stops accruals from being paid, with a reason, a date and a person (money.md 5). One hold per partner. Held are
 * those not paid and not in a payout; what was taken from them or mended goes along.
 * @throws incentives.nothing_to_hold, incentives.hold_in_past
 */
export function holdAccruals(
  ctx: Context,
  input: HoldAccruals,
): Promise<{ holdIds: Id<'hold'>[]; held: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.hold');
    if (input.until <= businessDateOf(tx.now(), tx.zone))
      refuse('invalid', 'incentives.hold_in_past', { until: input.until });
    const found = input.partnerId
      ? await lockOpenOfPartner(tx, input.partnerId)
      : await lockWithBeside(tx, input.accrualIds ?? []);
    const rows = found.filter(
      (row) => isOpen(row) && row.state !== 'on_hold' && !row.carried && row.amountMinor !== 0n,
    );
    if (rows.length === 0) refuse('not_now', 'incentives.nothing_to_hold');
    const holdIds: Id<'hold'>[] = [];
    for (const [partnerId, ofPartner] of Map.groupBy(rows, (row) => row.partnerId)) {
      const hold = { id: tx.id('hold'), partnerId, reason: input.reason, until: input.until, ofLimit: false };
      holdIds.push(hold.id);
      await putOnHold(tx, hold, ofPartner, { stands: false });
    }
    return { holdIds, held: rows.length };
  });
}

/** Lifts a hold with a reason: its accruals are again what they were. @throws incentives.no_hold, incentives.hold_lifted, incentives.held_by_stage */
export function releaseHold(
  ctx: Context,
  input: { holdId: Id<'hold'>; reason: string },
): Promise<{ released: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.hold');
    const hold = await findHold(tx, input.holdId);
    if (!hold) return refuse('not_found', 'incentives.no_hold');
    if (hold.liftedAt) refuse('conflict', 'incentives.hold_lifted', { holdId: hold.id });
    if (hold.ofLimit && (await limitsOf(tx, [hold.partnerId])).has(hold.partnerId))
      refuse('not_now', 'incentives.held_by_stage', { partnerId: hold.partnerId });
    const rows = await lockHeld(tx, hold.id);
    await liftHold(tx, hold.id, input.reason);
    await takeOffHold(tx, hold, rows, input.reason);
    return { released: rows.length };
  });
}
