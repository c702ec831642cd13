export { refundOf, saleOf } from './domain.ts';
export type { NewRefund, NewSale, SaleLine } from './domain.ts';
export { rights as dealsRights } from './policy.ts';
export { recordSales, type RecordedSales, type RecordSales } from './service/record-sales.ts';
export { recordRefunds, type RecordedRefunds, type RecordRefunds } from './service/record-refunds.ts';
export { recordCosts, reverseCostsOfImport, type NewCost } from './service/record-costs.ts';
export { reverseRefunds, reverseSales } from './service/reverse.ts';
export { salesOfImport } from './store/sales.ts';
export { refundsOfImport } from './store/refunds.ts';
