import { permit } from '@mosty/identity';
import { postTransactions } from '@mosty/ledger';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { emitParts } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { dayFinder } from '../domain/day.ts';
import { AUTOMATIC } from '../domain/life.ts';
import { movePosting } from '../domain/posting.ts';
import { rights } from '../policy.ts';
import { lockWithBeside } from '../store/accruals.ts';
import { approveMaturedRows, markApproved, type Moved } from '../store/life.ts';
import { periodFinder } from './periods.ts';

const BATCH = 5_000;

/** Approves what matures by itself up to and including the day. Run each night; safe to repeat, and to run twice at once. */
export async function approveMatured(
  ctx: Context,
  input: { upTo?: BusinessDate } = {},
): Promise<{ approved: number }> {
  permit(ctx, rights, 'accrual.approve');
  const today = businessDateOf(ctx.clock.now(), ctx.zone);
  const upTo = input.upTo !== undefined && input.upTo < today ? input.upTo : today;
  let approved = 0;
  for (;;) {
    const rows = await transact(ctx, async (tx) => {
      const moved = await approveMaturedRows(tx, upTo, BATCH, AUTOMATIC);
      await postApproved(tx, moved);
      if (moved[0]) {
        tx.audit({
          verb: 'incentives.approve_matured',
          subject: moved[0].id,
          change: { count: moved.length, upTo },
        });
        tellApproved(tx, moved);
      }
      return moved.length;
    });
    approved += rows;
    if (rows < BATCH) return { approved };
  }
}

/**
 * A person approves accruals that are not approved by themselves, after their validation period. What refunds took
 * from them and corrections to them go along.
 * @throws incentives.accrual_not_pending, incentives.not_matured
 */
export function approveAccruals(
  ctx: Context,
  input: { accrualIds: readonly Id<'accrual'>[] },
): Promise<{ approved: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.approve');
    const rows = await lockWithBeside(tx, input.accrualIds);
    const named = new Set<string>(input.accrualIds);
    if (rows.filter((row) => named.has(row.id)).length < named.size)
      refuse('not_found', 'incentives.no_accrual');
    const today = businessDateOf(tx.now(), tx.zone);
    for (const row of rows.filter(({ id }) => named.has(id))) {
      if (row.state !== 'pending')
        refuse('conflict', 'incentives.accrual_not_pending', { accrualId: row.id, state: row.state });
      if (row.maturesOn > today)
        refuse('not_now', 'incentives.not_matured', { accrualId: row.id, maturesOn: row.maturesOn });
    }
    const pending = rows.filter((row) => row.state === 'pending');
    await markApproved(
      tx,
      pending.map((row) => row.id),
      tx.actor.id,
    );
    await postApproved(tx, pending);
    if (pending[0]) {
      tx.audit({
        verb: 'incentives.approve_accruals',
        subject: pending[0].id,
        change: { accrualIds: pending.map((row) => row.id) },
      });
      tellApproved(tx, pending);
    }
    return { approved: pending.length };
  });
}

function tellApproved(tx: Tx, rows: readonly Moved[]): void {
  emitParts(tx, rows, (part) => ({
    type: 'accrual.approved',
    count: part.length,
    accruals: part.map(({ id, saleId, partnerId, amountMinor, currency }) => ({
      accrualId: id,
      saleId,
      partnerId,
      amountMinor,
      currency,
    })),
  }));
}

async function postApproved(tx: Tx, rows: readonly Moved[]): Promise<void> {
  const at = tx.now();
  const period = (await periodFinder(tx, dayFinder(tx.zone)))(at);
  await postTransactions(
    tx,
    rows.flatMap((accrual) => {
      const key = { sourceKind: 'accrual', sourceId: accrual.id, kind: 'approve' };
      return movePosting({ accrual, from: 'pending', to: 'approved' }, key, { at, period }) ?? [];
    }),
  );
}
