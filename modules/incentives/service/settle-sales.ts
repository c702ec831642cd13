import { attributeSales } from '@mosty/attribution';
import { recordSales, type RecordedSales, type RecordSales } from '@mosty/deals';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { accrueRefunds } from './accrue-refunds.ts';
import { accrueSales } from './accrue-sales.ts';

/**
 * The one door for a sale: recorded, attributed, accrued and posted in one transaction per batch, or not at all.
 * A key that is known already changes nothing. Refunds that waited for these sales are settled with them.
 */
export function settleSales(ctx: Context, input: RecordSales): Promise<RecordedSales> {
  return transact(ctx, async (tx) => {
    const outcome = await recordSales(tx, input);
    const saleIds = outcome.recorded.map((sale) => sale.id);
    if (saleIds.length > 0) {
      await attributeSales(tx, { saleIds });
      await accrueSales(tx, { saleIds });
    }
    if (outcome.lateRefundIds.length > 0) await accrueRefunds(tx, { refundIds: outcome.lateRefundIds });
    return outcome;
  });
}
