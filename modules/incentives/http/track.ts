import * as api from '@mosty/deals/contract';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { trackRefunds } from '../service/track-refunds.ts';
import { trackSales } from '../service/track-sales.ts';

/** Declared by deals, served here, as every sale and refund is: recorded, attributed and priced in one transaction. */
export const trackRoutes: readonly Served[] = [
  serve(api.trackSale, async (ctx, { body }) => theOne(await trackSales(ctx, [body]))),
  serve(api.trackSales, async (ctx, { body }) => ({ items: await trackSales(ctx, body) })),
  serve(api.trackRefund, async (ctx, { body }) => theOne(await trackRefunds(ctx, [body]))),
  serve(api.trackRefunds, async (ctx, { body }) => ({ items: await trackRefunds(ctx, body) })),
];

/** Its key belongs to a file that was taken back meanwhile: looked at again, it is free. */
function theOne<T>([outcome]: readonly T[]): T {
  return outcome ?? refuse('conflict', 'deals.taken_back_meanwhile', {});
}
