import { serve, type Served } from '@mosty/kernel/http';
import { recordCost, reverseCost as reverseOperation } from './contract.ts';
import { recordCosts } from './service/record-costs.ts';
import { reverseCost } from './service/reverse-cost.ts';

export const dealsRoutes: readonly Served[] = [
  serve(recordCost, async (ctx, { body }) => {
    const costs = body.costs.map((cost) => ({
      ...cost,
      amountMinor: BigInt(cost.amountMinor),
      hours: cost.hours?.toString(),
    }));
    return recordCosts(ctx, { source: body.source, costs });
  }),
  serve(reverseOperation, (ctx, { params, body }) => reverseCost(ctx, { ...params, ...body })),
];
