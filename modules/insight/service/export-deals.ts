import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { FileFormat } from '@mosty/kernel/operation';
import { amountOf, everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type { DealFilterQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { readDealBook } from './read-deal-book.ts';

/** The deals of a filter as a file; amounts are numbers, texts cannot become formulas. */
export function exportDealBook(
  ctx: Context,
  { format, ...filter }: DealFilterQuery & { format: FileFormat },
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'sale.export');
    return writeTable(format, {
      name: 'deals',
      columns: [
        { title: 'occurred_on', value: (row) => businessDateOf(row.occurredAt, tx.zone) },
        { title: 'number', value: (row) => row.externalId },
        { title: 'who', value: (row) => row.who.map((party) => party.partnerName).join(', ') },
        { title: 'class', value: (row) => row.book },
        { title: 'client', value: (row) => row.client?.name ?? '' },
        { title: 'amount', value: amountOf((row) => row.amountMinor) },
        { title: 'refunded', value: amountOf((row) => row.refundedMinor) },
        { title: 'reward', value: amountOf((row) => row.rewardMinor) },
        { title: 'owed', value: amountOf((row) => row.owedMinor) },
        { title: 'currency', value: (row) => row.currency },
      ],
      rows: everyRow((page) => readDealBook(tx, { ...filter, ...page })),
    });
  });
}
