import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { FileFormat } from '@mosty/kernel/operation';
import { amountOf, everyRow, writeTable } from '@mosty/kernel/table-file';
import type { CostQuery } from '../contract/deal-book.ts';
import { rights } from '../policy/deal-book.ts';
import { readCosts } from './read-deal-book.ts';

export function exportCostBook(
  ctx: Context,
  { format, ...filter }: Omit<CostQuery, 'cursor' | 'limit'> & { format: FileFormat },
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'cost.export');
    return writeTable(format, {
      name: 'costs',
      columns: [
        { title: 'occurred_on', value: (row) => row.occurredOn },
        { title: 'partner', value: (row) => row.partner?.name ?? null },
        { title: 'class', value: (row) => row.class },
        { title: 'kind', value: (row) => row.kind },
        { title: 'amount', value: amountOf((row) => row.amountMinor) },
        { title: 'currency', value: (row) => row.currency },
        { title: 'hours', value: (row) => (row.hours === null ? null : Number(row.hours)) },
        { title: 'note', value: (row) => row.note },
      ],
      rows: everyRow((page) => readCosts(tx, { ...filter, ...page })),
    });
  });
}
