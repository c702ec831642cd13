import { may, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { look } from '@mosty/kernel/db';
import type * as z from 'zod';
import {
  verifyMoney as verifyOperation,
  listOwed as listOwedOperation,
  moneyOverview as overviewOperation,
  partnerMoney as partnerMoneyOperation,
  partnerPayouts,
} from '../contract/money.ts';
import { getPayoutPolicy, setPayoutPolicy as setOperation } from '../contract/policy.ts';
import { rights } from '../policy.ts';
import { listOwed, moneyOverview } from '../service/money-overview.ts';
import { payoutsOfPartner } from '../service/payouts-of-partner.ts';
import { partnerMoney } from '../service/partner-money.ts';
import { setPayoutPolicy } from '../service/set-policy.ts';
import { verifyMoney } from '../service/verify-money.ts';
import { readPolicy } from '../store/policy.ts';
import { afterAmount, canOf } from './present.ts';

export async function pageOfOwed(ctx: Context, query: z.output<typeof listOwedOperation.query>) {
  const { cursor, limit, currency, state, sortBy, sortOrder } = query;
  const after = afterAmount(decodeCursor(cursor));
  const order = { sortBy, descending: sortOrder === 'desc' };
  const rows = await listOwed(ctx, { currency, state, ...order, after, limit: limit + 1 });
  return pageFrom(rows, limit, (row) => ({ value: row[`${sortBy}Minor`].toString(), id: row.partnerId }));
}

export const moneyRoutes: readonly Served[] = [
  serve(partnerMoneyOperation, async (ctx, { params }) => {
    const money = await partnerMoney(ctx, params);
    return { ...money, standing: [...money.standing], brought: [...money.brought] };
  }),
  serve(partnerPayouts, async (ctx, { params, query }) => {
    const after = decodeCursor(query.cursor)?.id;
    const rows = await payoutsOfPartner(ctx, { ...params, after, limit: query.limit + 1 });
    return pageFrom(rows, query.limit, ({ id }) => ({ value: id, id }));
  }),
  serve(overviewOperation, async (ctx) => {
    const overview = await moneyOverview(ctx);
    const can = canOf({
      makeBatch: may(ctx, rights, 'payout.make'),
      closeMonth: may(ctx, rights, 'period.close'),
    });
    return { ...overview, totals: [...overview.totals], can };
  }),
  serve(listOwedOperation, (ctx, { query }) => pageOfOwed(ctx, query)),
  serve(verifyOperation, (ctx) => verifyMoney(ctx)),
  serve(getPayoutPolicy, (ctx) =>
    look(ctx, (tx) => {
      permit(tx, rights, 'payout_policy.read');
      return readPolicy(tx);
    }),
  ),
  serve(setOperation, (ctx, { body }) => {
    const { secondApproverAboveMinor: above } = body;
    return setPayoutPolicy(ctx, { ...body, secondApproverAboveMinor: above === null ? null : BigInt(above) });
  }),
];
