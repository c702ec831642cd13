import { serve, type Served } from '@mosty/kernel/http';
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
  serve(exportDeals, (ctx, { query }) => exportDealBook(ctx, query)),
  serve(readDeal, (ctx, { params }) => readDealFully(ctx, params.saleId)),
  serve(listRefunds, (ctx, { query }) => readRefunds(ctx, query)),
  serve(exportRefunds, (ctx, { query }) => exportRefundBook(ctx, query)),
  serve(listCosts, (ctx, { query }) => readCosts(ctx, query)),
  serve(exportCosts, (ctx, { query }) => exportCostBook(ctx, query)),
];
