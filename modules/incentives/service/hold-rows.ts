import { postTransactions } from '@mosty/ledger';
import type { Tx } from '@mosty/kernel/context';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import type { AccrualState, StoredAccrual } from '../domain/accrual.ts';
import { dayFinder } from '../domain/day.ts';
import { movePosting } from '../domain/posting.ts';
import { insertHold, type Hold } from '../store/holds.ts';
import { markHeld, markReleased } from '../store/life.ts';
import { periodFinder } from './periods.ts';

export type Holdable = Pick<
  StoredAccrual,
  'id' | 'partnerId' | 'amountMinor' | 'currency' | 'carried' | 'state' | 'approvedAt'
>;

/** Puts rows of one partner under a hold: a new one, or one that stands. */
export async function putOnHold(
  tx: Tx,
  hold: Hold,
  rows: readonly Holdable[],
  { stands }: { readonly stands: boolean },
): Promise<void> {
  if (!stands) await insertHold(tx, hold);
  const accrualIds = rows.map((row) => row.id);
  await markHeld(tx, accrualIds, hold.id);
  await move(tx, rows, hold.id, 'hold', (row) => [row.state, 'on_hold'], hold.reason);
  const { partnerId } = hold;
  tx.audit({
    verb: 'incentives.hold_accruals',
    subject: hold.id,
    reason: hold.reason,
    change: { partnerId, until: hold.until, accrualIds },
  });
  emitParts(tx, accrualIds, (part) => ({
    type: 'accrual.held',
    holdId: hold.id,
    partnerId,
    count: part.length,
    accrualIds: part,
  }));
}

/** Rows of a hold are again what they were before it. */
export async function takeOffHold(
  tx: Tx,
  hold: { readonly id: Id<'hold'>; readonly partnerId: Id<'partner'> },
  rows: readonly Holdable[],
  reason: string,
): Promise<void> {
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
    reason,
  );
  tx.audit({
    verb: 'incentives.release_hold',
    subject: hold.id,
    reason,
    change: { accrualIds: rows.map((row) => row.id) },
  });
  emitParts(tx, rows, (part) => ({
    type: 'accrual.released',
    holdId: hold.id,
    partnerId: hold.partnerId,
    count: part.length,
    accrualIds: part.map((row) => row.id),
  }));
}

async function move(
  tx: Tx,
  rows: readonly Holdable[],
  holdId: string,
  kind: 'hold' | 'release',
  route: (row: Holdable) => [AccrualState, AccrualState],
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
