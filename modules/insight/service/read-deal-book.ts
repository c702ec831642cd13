import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import {
  addMonths,
  businessDate,
  firstDay,
  month,
  startOfDay,
  type BusinessDate,
  type Zone,
} from '@mosty/kernel/time';
import type { CostQuery, DealFilterQuery, DealQuery, RefundQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { selectDeal, selectDeals, type DealBookRow, type DealFilter } from '../store/deal-book.ts';
import {
  selectAccrualsOf,
  selectCosts,
  selectLines,
  selectRefunds,
  selectRefundsOf,
} from '../store/deal-detail.ts';

/** Filter days are half-open days of the company's calendar: `to` does not belong. */
function filterOf(query: DealFilterQuery, zone: Zone): DealFilter {
  return {
    q: query.q || undefined,
    partner: query.partner,
    client: query.client,
    class: query.class,
    state: query.state,
    import: query.import,
    fromAt: query.from ? startOfDay(businessDate(query.from), zone) : undefined,
    toAt: query.to ? startOfDay(businessDate(query.to), zone) : undefined,
  };
}

export function readDealBook(ctx: Context, query: DealQuery) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.read');
    const sort = { by: query.sortBy, order: query.sortOrder, after: decodeCursor(query.cursor) };
    const rows = await selectDeals(tx, filterOf(query, tx.zone), sort, query.limit + 1);
    return pageFrom(rows, query.limit, (row: DealBookRow) => ({
      value: query.sortBy === 'amount' ? row.amountMinor.toString() : row.occurredAt.toISOString(),
      id: row.saleId,
    }));
  });
}

/** @throws deals.no_such_sale */
export function readDealFully(ctx: Context, saleId: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.read');
    const sale = await selectDeal(tx, saleId);
    if (!sale) refuse('not_found', 'deals.no_such_sale', { saleId });
    const lines = await selectLines(tx, saleId);
    const refunds = await selectRefundsOf(tx, saleId);
    const accruals = await selectAccrualsOf(tx, saleId);
    return { sale, lines, refunds, accruals };
  });
}

export function readRefunds(ctx: Context, { month: of, cursor, limit, ...filter }: RefundQuery) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.read');
    const days = of === undefined ? {} : daysOf(of);
    const rows = await selectRefunds(
      tx,
      {
        ...filter,
        fromAt: days.from && startOfDay(days.from, tx.zone),
        toAt: days.to && startOfDay(days.to, tx.zone),
      },
      decodeCursor(cursor),
      limit + 1,
    );
    return pageFrom(rows, limit, (row) => ({ value: row.occurredAt.toISOString(), id: row.id }));
  });
}

export function readCosts(ctx: Context, { month: of, cursor, limit, ...filter }: CostQuery) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'cost.read');
    const days = of === undefined ? {} : daysOf(of);
    const rows = await selectCosts(tx, { ...filter, ...days }, decodeCursor(cursor), limit + 1);
    return pageFrom(rows, limit, (row) => ({ value: row.occurredOn, id: row.id }));
  });
}

/** Half-open: `to` does not belong. */
function daysOf(of: string): { from?: BusinessDate; to?: BusinessDate } {
  return { from: firstDay(month(of)), to: firstDay(addMonths(month(of), 1)) };
}
