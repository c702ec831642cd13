import { recordRefund, recordSale } from '@mosty/deals/contract';
import { serve, type Served } from '@mosty/kernel/http';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { settleRefunds } from '../service/settle-refunds.ts';
import { settleSalesGrouped } from '../service/settle-grouped.ts';

/** Declared by deals, served here: a sale is recorded, attributed, accrued and posted in one transaction. */
export const settleRoutes: readonly Served[] = [
  serve(recordSale, async (ctx, { body }) => {
    const sales = body.sales.map(({ vatMinor, costMinor, listMinor, ...sale }) => ({
      ...sale,
      occurredAt: new Date(sale.occurredAt),
      amountMicro: microOf(sale),
      vatMicro: vatMinor === undefined ? undefined : BigInt(vatMinor) * MICRO_PER_MINOR,
      costMinor: costMinor === undefined ? undefined : BigInt(costMinor),
      listMinor: listMinor === undefined ? undefined : BigInt(listMinor),
    }));
    const { recorded, known } = await settleSalesGrouped(ctx, { source: body.source, sales });
    return { recorded: [...recorded], known: [...known] };
  }),
  serve(recordRefund, async (ctx, { body }) => {
    const refunds = body.refunds.map((refund) => ({
      ...refund,
      occurredAt: new Date(refund.occurredAt),
      amountMicro: microOf(refund),
    }));
    const { recorded, known } = await settleRefunds(ctx, { source: body.source, refunds });
    return { recorded: [...recorded], known: [...known] };
  }),
];

/** The contract lets exactly one of the two through. */
function microOf(told: {
  readonly amountMinor?: number | undefined;
  readonly amountMicro?: string | undefined;
}): bigint {
  return told.amountMicro === undefined
    ? BigInt(told.amountMinor ?? 0) * MICRO_PER_MINOR
    : BigInt(told.amountMicro);
}
