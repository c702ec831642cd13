import { languageOf, serve, type Served } from '@mosty/kernel/http';
import {
  exportCosts,
  exportDeals,
  exportRefunds,
  listCosts,
  listDeals,
  listRefunds,
  readDeal,
} from '../contract/deal-book.ts';
import { exportCostBook } from '../service/export-costs.ts';
import { exportDealBook } from '../service/export-deals.ts';
import { exportRefundBook } from '../service/export-refunds.ts';
import { readCosts, readDealBook, readDealFully, readRefunds } from '../service/read-deal-book.ts';

export const dealBookRoutes: readonly Served[] = [
  serve(listDeals, (ctx, { query }) => readDealBook(ctx, query)),
  serve(exportDeals, (ctx, { query, headers }) =>
    exportDealBook(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(readDeal, (ctx, { params }) => readDealFully(ctx, params.saleId)),
  serve(listRefunds, (ctx, { query }) => readRefunds(ctx, query)),
  serve(exportRefunds, (ctx, { query, headers }) =>
    exportRefundBook(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
  serve(listCosts, (ctx, { query }) => readCosts(ctx, query)),
  serve(exportCosts, (ctx, { query, headers }) =>
    exportCostBook(ctx, { ...query, language: languageOf(headers, query.language) }),
  ),
];
