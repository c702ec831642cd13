import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { FileFormat } from '@mosty/kernel/operation';
import { amountOf, everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import type { RefundQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { readRefunds } from './read-deal-book.ts';

export function exportRefundBook(
  ctx: Context,
  { format, ...filter }: Omit<RefundQuery, 'cursor' | 'limit'> & { format: FileFormat },
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'refund.export');
    return writeTable(format, {
      name: 'refunds',
      columns: [
        { title: 'occurred_on', value: (row) => businessDateOf(row.occurredAt, tx.zone) },
        { title: 'number', value: (row) => row.externalId },
        { title: 'source', value: (row) => row.source },
        { title: 'sale', value: (row) => row.saleExternalId },
        { title: 'client', value: (row) => row.client?.name ?? null },
        { title: 'amount', value: amountOf((row) => row.amountMinor) },
        { title: 'currency', value: (row) => row.currency },
        { title: 'state', value: (row) => (row.matched ? 'matched' : 'unmatched') },
        { title: 'reason', value: (row) => row.reason },
      ],
      rows: everyRow((page) => readRefunds(tx, { ...filter, ...page })),
    });
  });
}
