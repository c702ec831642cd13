import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { accrue } from '../domain/accrue.ts';
import { rights } from '../policy.ts';
import { notAccrued, partsOfCredits, salesOfRefunds } from '../store/participations.ts';
import type { Accrued } from './accrue-sales.ts';
import { clawBackSales } from './claw-back-sales.ts';
import { record, totals, type Recorded } from './record.ts';
import { loadWorld } from './world.ts';

/**
 * Takes back what refunds return. A refund of a sale takes its share of each accrual of that sale; a credit to a
 * client that names no sale is priced as a sale with a minus. Set-based, and safe to repeat.
 */
export function accrueRefunds(ctx: Context, input: { refundIds: readonly Id<'refund'>[] }): Promise<Accrued> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.record');
    const recorded = [
      ...(await clawBackSales(tx, await salesOfRefunds(tx, input.refundIds))),
      ...(await priceCredits(tx, input.refundIds)),
    ];
    const first = recorded[0];
    if (first) {
      tx.audit({
        verb: 'incentives.accrue_refunds',
        subject: first.id,
        change: { count: recorded.length, last: recorded.at(-1)?.id, totals: totals(recorded) },
      });
    }
    return { accruals: recorded.length, totals: totals(recorded) };
  });
}

async function priceCredits(tx: Tx, refundIds: readonly string[]): Promise<Recorded[]> {
  const parts = await partsOfCredits(tx, refundIds);
  if (parts.length === 0) return [];
  const world = await loadWorld(tx, parts);
  return record(
    tx,
    accrue(await notAccrued(tx, parts), world).map((row) => ({ row })),
  );
}
