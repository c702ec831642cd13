import { languageOf, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { closeMonth } from './service/close-month.ts';
import { exportBook } from './service/export-book.ts';
import { priceHours } from './service/price-hours.ts';
import { readBook } from './service/read-book.ts';
import { readMonth } from './service/read-month.ts';
import { readPartnerProfit } from './service/read-partner.ts';
import { setPlan } from './service/set-plan.ts';
import { listRates, setRate } from './service/set-rate.ts';

export const economicsRoutes: readonly Served[] = [
  serve(api.readBook, (ctx, { query }) => readBook(ctx, query)),
  serve(api.exportBook, (ctx, { query, headers }) =>
    exportBook(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(api.readMonth, (ctx, { params }) => readMonth(ctx, params)),
  serve(api.readPartnerProfit, (ctx, { params }) => readPartnerProfit(ctx, params)),
  serve(api.setPlan, (ctx, { params: { month, book }, body }) =>
    setPlan(ctx, { month, class: book, ...body }),
  ),
  serve(api.priceHours, (ctx, { params }) => priceHours(ctx, params)),
  serve(api.closeMonth, (ctx, { params }) => closeMonth(ctx, params)),
  serve(api.listRates, (ctx) => listRates(ctx)),
  serve(api.setRate, (ctx, { body }) => setRate(ctx, body)),
];
