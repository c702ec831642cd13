import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { writeCsv, writeXlsx, type TableFile } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type { DealQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { selectDeals, type DealBookRow } from '../store/deal-book.ts';
import { filterOf } from './read-deal-book.ts';

/** Above this an export belongs to the nightly backup or the API's pages. */
export const EXPORT_ROWS_MAX = 100_000;

/** The deals of a filter as a file; amounts are numbers, texts cannot become formulas. */
export function exportDealBook(
  ctx: Context,
  query: Omit<DealQuery, 'limit' | 'cursor' | 'sortBy' | 'sortOrder'> & { format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.export');
    const rows = await selectDeals(
      tx,
      filterOf(query, tx.zone),
      { by: 'occurredAt', order: 'desc', after: null },
      EXPORT_ROWS_MAX,
    );
    const file: TableFile<DealBookRow> = {
      name: 'deals',
      columns: [
        { title: 'occurred_on', value: (row) => businessDateOf(row.occurredAt, tx.zone) },
        { title: 'number', value: (row) => row.externalId },
        { title: 'who', value: (row) => row.who.map((party) => party.partnerName).join(', ') },
        { title: 'class', value: (row) => row.book },
        { title: 'client', value: (row) => row.client?.name ?? '' },
        { title: 'amount', value: (row) => ({ minor: row.amountMinor, currency: row.currency }) },
        { title: 'refunded', value: (row) => ({ minor: row.refundedMinor, currency: row.currency }) },
        { title: 'reward', value: (row) => ({ minor: row.rewardMinor, currency: row.currency }) },
        { title: 'owed', value: (row) => ({ minor: row.owedMinor, currency: row.currency }) },
        { title: 'currency', value: (row) => row.currency },
      ],
      rows,
    };
    return query.format === 'xlsx' ? writeXlsx(file) : writeCsv(file);
  });
}
