import { namesOfMembers, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { businessDate } from '@mosty/kernel/time';
import * as api from '../contract/holds.ts';
import { rights } from '../policy.ts';
import { holdAccruals, releaseHold } from '../service/hold-accruals.ts';
import { standingHolds } from '../store/holds.ts';

export const holdRoutes: readonly Served[] = [
  serve(api.listHolds, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'accrual.read');
      const holds = await standingHolds(tx);
      const names = await namesOfMembers(
        tx,
        holds.map((hold) => hold.heldBy),
      );
      return { items: holds.map((hold) => ({ ...hold, heldBy: names.get(hold.heldBy) ?? null })) };
    }),
  ),
  serve(api.placeHold, (ctx, { body }) => holdAccruals(ctx, { ...body, until: businessDate(body.until) })),
  serve(api.liftHold, (ctx, { params, body }) => releaseHold(ctx, { ...params, ...body })),
];
