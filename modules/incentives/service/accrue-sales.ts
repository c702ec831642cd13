import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { accrue } from '../domain/accrue.ts';
import { rights } from '../policy.ts';
import { notAccrued, partsOfSales } from '../store/participations.ts';
import { record, totals } from './record.ts';
import { loadWorld } from './world.ts';

export interface Accrued {
  readonly accruals: number;
  readonly totals: readonly { readonly currency: string; readonly amountMinor: bigint }[];
}

/**
 * Prices the sales for everybody who took part in them, and posts what they earned. Set-based, and safe to repeat:
 * a part that was priced once is never priced again. A part that earns nothing is written down with the reason.
 */
export function accrueSales(ctx: Context, input: { saleIds: readonly Id<'sale'>[] }): Promise<Accrued> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.record');
    const parts = await partsOfSales(tx, input.saleIds);
    if (parts.length === 0) return { accruals: 0, totals: [] };
    const world = await loadWorld(tx, parts);
    const rows = accrue(await notAccrued(tx, parts), world);
    const recorded = await record(
      tx,
      rows.map((row) => ({ row })),
    );
    const first = recorded[0];
    if (first) {
      tx.audit({
        verb: 'incentives.accrue_sales',
        subject: first.id,
        change: { count: recorded.length, last: recorded.at(-1)?.id, totals: totals(recorded) },
      });
    }
    return { accruals: recorded.length, totals: totals(recorded) };
  });
}
