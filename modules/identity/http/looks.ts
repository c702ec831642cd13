import { serve, type Served } from '@mosty/kernel/http';
import { beginLook as beginLookOperation } from '../contract/looks.ts';
import { beginLook } from '../service/looks.ts';
import { iso } from './present.ts';

export const lookRoutes: Served[] = [
  serve(beginLookOperation, async (ctx, { body }) => {
    const { partnerId, partnerName, until } = await beginLook(ctx, body);
    return { partnerId, partnerName, until: iso(until) };
  }),
];
