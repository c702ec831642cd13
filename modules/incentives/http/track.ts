import * as api from '@mosty/deals/contract';
import { serve, type Served } from '@mosty/kernel/http';
import { trackRefunds } from '../service/track-refunds.ts';
import { trackSales } from '../service/track-sales.ts';

/** Declared by deals, served here, as every sale and refund is: recorded, attributed and priced in one transaction. */
export const trackRoutes: readonly Served[] = [
  serve(api.trackSale, async (ctx, { body }) => theOne(await trackSales(ctx, [body]))),
  serve(api.trackSales, async (ctx, { body }) => ({ items: await trackSales(ctx, body) })),
  serve(api.trackRefund, async (ctx, { body }) => theOne(await trackRefunds(ctx, [body]))),
  serve(api.trackRefunds, async (ctx, { body }) => ({ items: await trackRefunds(ctx, body) })),
];

function theOne<T>([outcome]: readonly T[]): T {
  if (outcome === undefined) throw new Error('one fact was told and none is answered');
  return outcome;
}
