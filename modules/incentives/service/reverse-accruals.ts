import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { dayFinder } from '../domain/day.ts';
import { isOpen } from '../domain/life.ts';
import { notTakenBack, reverse } from '../domain/take-back.ts';
import { rights } from '../policy.ts';
import { lockAccrualsOfRefunds, lockAccrualsOfSales } from '../store/accruals.ts';
import { markReversed } from '../store/life.ts';
import type { Accrued } from './accrue-sales.ts';
import { periodFinder } from './periods.ts';
import { record, totals } from './record.ts';

export type ReverseAccruals =
  | { readonly saleIds: readonly Id<'sale'>[]; readonly reason: string }
  | { readonly refundIds: readonly Id<'refund'>[]; readonly reason: string };

/**
 * Takes back, by linked entries, everything accrued for sales or refunds that were themselves taken back. Part of the
 * undo of an import, in its transaction; safe to repeat. What was already paid out is carried as a debt.
 */
export function reverseAccruals(ctx: Context, input: ReverseAccruals): Promise<Accrued> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.reverse');
    const stored =
      'saleIds' in input
        ? await lockAccrualsOfSales(tx, input.saleIds)
        : await lockAccrualsOfRefunds(tx, input.refundIds);
    const open = notTakenBack(stored);
    const periodOf = await periodFinder(tx, dayFinder(tx.zone));
    const why = { author: tx.actor.id, reason: input.reason };
    const recorded = await record(
      tx,
      open.map((row) => reverse(row, why, periodOf(row.effectiveAt))),
    );
    await markReversed(
      tx,
      open.filter(isOpen).map((row) => row.id),
    );
    const first = recorded[0];
    if (first) {
      tx.audit({
        verb: 'incentives.reverse_accruals',
        subject: first.id,
        reason: input.reason,
        change: { count: recorded.length, last: recorded.at(-1)?.id, totals: totals(recorded) },
      });
    }
    return { accruals: recorded.length, totals: totals(recorded) };
  });
}
