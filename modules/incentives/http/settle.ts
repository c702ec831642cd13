import { refundOf, saleOf } from '@mosty/deals';
import { recordRefund, recordSale } from '@mosty/deals/contract';
import { serve, type Served } from '@mosty/kernel/http';
import { settleRefunds } from '../service/settle-refunds.ts';
import { settleSales } from '../service/settle-sales.ts';

/** `POST /sales` and `POST /refunds`: declared by deals, answered here, where a sale becomes money owed. */
export const settleRoutes: readonly Served[] = [
  serve(recordSale, async (ctx, { body }) => {
    const { recorded, known } = await settleSales(ctx, {
      source: body.source,
      sales: body.sales.map(saleOf),
    });
    return { recorded: [...recorded], known: [...known] };
  }),
  serve(recordRefund, async (ctx, { body }) => {
    const { recorded, known } = await settleRefunds(ctx, {
      source: body.source,
      refunds: body.refunds.map(refundOf),
    });
    return { recorded: [...recorded], known: [...known] };
  }),
];
