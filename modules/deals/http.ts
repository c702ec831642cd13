import { serve, type Served } from '@mosty/kernel/http';
import { recordCost, reverseCost as reverseOperation } from './contract.ts';
import { dealRoutes } from './http/deals.ts';
import { ownerRoutes } from './http/owners.ts';
import { registrationRoutes } from './http/registrations.ts';
import { setUpRoutes } from './http/set-up.ts';
import { recordCosts } from './service/record-costs.ts';
import { reverseCost } from './service/reverse-cost.ts';
import './service/client-part.ts';
import './service/names.ts';

export { dealsPublicRoutes } from './http/public.ts';

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
  ...dealRoutes,
  ...ownerRoutes,
  ...registrationRoutes,
  ...setUpRoutes,
];
