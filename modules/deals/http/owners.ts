import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract.ts';
import { assignDeals } from '../service/assign-deals.ts';

export const ownerRoutes: readonly Served[] = [
  serve(api.assignDeals, async (ctx, { body }) => ({ changed: await assignDeals(ctx, body) })),
];
