import { permit } from '@mosty/identity';
import { postTransactions } from '@mosty/ledger';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { AccrualState, StoredAccrual } from '../domain/accrual.ts';
import { dayFinder } from '../domain/day.ts';
import { isOpen } from '../domain/life.ts';
import { movePosting } from '../domain/posting.ts';
import { rights } from '../policy.ts';
import { lockHeld, lockOpenOfPartner, lockWithBeside } from '../store/accruals.ts';
import { findHold, insertHold, liftHold } from '../store/holds.ts';
import { markHeld, markReleased } from '../store/life.ts';
import { periodFinder } from './periods.ts';

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
      const hold = { id: tx.id('hold'), partnerId, reason: input.reason, until: input.until };
      holdIds.push(hold.id);
      await insertHold(tx, hold);
      await markHeld(
        tx,
        ofPartner.map((row) => row.id),
        hold.id,
      );
      await move(tx, ofPartner, hold.id, 'hold', (row) => [row.state, 'on_hold'], input.reason);
      const change = { partnerId, until: input.until, accrualIds: ofPartner.map((row) => row.id) };
      tx.audit({ verb: 'incentives.hold_accruals', subject: hold.id, reason: input.reason, change });
      emitParts(tx, change.accrualIds, (accrualIds) => ({
        type: 'accrual.held',
        holdId: hold.id,
        partnerId,
        count: accrualIds.length,
        accrualIds,
      }));
    }
    return { holdIds, held: rows.length };
  });
}

/** Lifts a hold with a reason: its accruals are again what they were. @throws incentives.no_hold, incentives.hold_lifted */
export function releaseHold(
  ctx: Context,
  input: { holdId: Id<'hold'>; reason: string },
): Promise<{ released: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.hold');
    const hold = await findHold(tx, input.holdId);
    if (!hold) return refuse('not_found', 'incentives.no_hold');
    if (hold.liftedAt) refuse('conflict', 'incentives.hold_lifted', { holdId: hold.id });
    const rows = await lockHeld(tx, hold.id);
    await liftHold(tx, hold.id, input.reason);
    await markReleased(
      tx,
      rows.map((row) => row.id),
    );
    await move(
      tx,
      rows,
      hold.id,
      'release',
      (row) => ['on_hold', row.approvedAt ? 'approved' : 'pending'],
      input.reason,
    );
    tx.audit({
      verb: 'incentives.release_hold',
      subject: hold.id,
      reason: input.reason,
      change: { accrualIds: rows.map((row) => row.id) },
    });
    emitParts(tx, rows, (part) => ({
      type: 'accrual.released',
      holdId: hold.id,
      partnerId: hold.partnerId,
      count: part.length,
      accrualIds: part.map((row) => row.id),
    }));
    return { released: rows.length };
  });
}

async function move(
  tx: Tx,
  rows: readonly StoredAccrual[],
  holdId: string,
  kind: 'hold' | 'release',
  route: (row: StoredAccrual) => [AccrualState, AccrualState],
  reason: string,
): Promise<void> {
  const at = tx.now();
  const period = (await periodFinder(tx, dayFinder(tx.zone)))(at);
  await postTransactions(
    tx,
    rows.flatMap((accrual) => {
      const [from, to] = route(accrual);
      const key = { sourceKind: 'hold', sourceId: `${holdId}:${accrual.id}`, kind };
      return movePosting({ accrual, from, to }, key, { at, period, reason }) ?? [];
    }),
  );
}
