import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { writeTable, type TableFile } from '@mosty/kernel/table-file';
import { rights } from '../policy/channel.ts';
import type { SortedRow } from '../store/number-rows.ts';
import { findMeasure, rowsBehind, type AskedNumber } from './open-number.ts';

/** Above this the rows behind a number belong to the nightly backup or the API's pages. */
const EXPORT_ROWS_MAX = 100_000;

/** The rows behind a number as a file, each with its class; there is no line of totals (S2.3). */
export function exportNumber(
  ctx: Context,
  asked: AskedNumber & { format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const measure = await findMeasure(tx, asked);
    const rows = await rowsBehind(tx, measure, asked, null, EXPORT_ROWS_MAX);
    // An analyst exports without personal data: a client may be a person.
    const named = !(tx.actor.type === 'person' && tx.actor.role === 'analyst');
    const file: TableFile<SortedRow> = {
      name: [measure.metric, measure.class, measure.window.from].filter(Boolean).join('-'),
      columns: [
        { title: 'on', value: (row) => row.on },
        { title: 'kind', value: (row) => row.kind },
        { title: 'class', value: (row) => row.class },
        { title: 'id', value: (row) => row.id },
        { title: 'number', value: (row) => row.externalId },
        { title: 'partner_id', value: (row) => row.partnerId },
        { title: 'partner', value: (row) => row.partnerName },
        { title: 'client_id', value: (row) => row.clientId },
        ...(named ? [{ title: 'client', value: (row: SortedRow) => row.clientName }] : []),
        {
          title: 'amount',
          value: (row) =>
            row.amountMinor === null ? null : { minor: row.amountMinor, currency: row.currency ?? '' },
        },
        { title: 'currency', value: (row) => row.currency },
        { title: 'figure', value: (row) => row.figure },
        { title: 'note', value: (row) => row.note },
      ],
      rows,
    };
    return writeTable(asked.format, file);
  });
}
