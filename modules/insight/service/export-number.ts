import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { dayCell, said, writeTable, type TableFile, type Wish } from '@mosty/kernel/table-file';
import { rights } from '../policy/channel.ts';
import { words } from '../ui/words.ts';
import type { SortedRow } from '../store/number-rows.ts';
import { findMeasure, rowsBehind, type AskedNumber } from './open-number.ts';

/** Above this the rows behind a number belong to the nightly backup or the API's pages. */
const EXPORT_ROWS_MAX = 100_000;

/** The rows behind a number as a file, each with its class; there is no line of totals (S2.3). */
export function exportNumber(ctx: Context, asked: AskedNumber & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const measure = await findMeasure(tx, asked);
    const rows = await rowsBehind(tx, measure, asked, null, EXPORT_ROWS_MAX);
    // An analyst exports without personal data: a client may be a person.
    const named = !(tx.actor.type === 'person' && tx.actor.role === 'analyst');
    const file: TableFile<SortedRow> = {
      name: [measure.metric, measure.class, measure.window.from].filter(Boolean).join('-'),
      columns: [
        { title: { ru: 'День', en: 'Date' }, value: (row) => dayCell(row.on) },
        {
          title: { ru: 'Что это', en: 'What it is' },
          value: (row) => said(row.kind, { ru: words.ru.kind, en: words.en.kind }),
        },
        {
          title: { ru: 'Класс учёта', en: 'Reporting class' },
          value: (row) => said(row.class, { ru: words.ru.book, en: words.en.book }),
        },
        { title: { ru: 'Номер в системе', en: 'Id' }, value: (row) => row.id },
        { title: { ru: 'Номер', en: 'Number' }, value: (row) => row.externalId },
        { title: { ru: 'Партнёр: номер в системе', en: 'Partner id' }, value: (row) => row.partnerId },
        { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
        { title: { ru: 'Клиент: номер в системе', en: 'Client id' }, value: (row) => row.clientId },
        ...(named
          ? [{ title: { ru: 'Клиент', en: 'Client' }, value: (row: SortedRow) => row.clientName }]
          : []),
        {
          title: { ru: 'Сумма', en: 'Amount' },
          value: (row) =>
            row.amountMinor === null ? null : { minor: row.amountMinor, currency: row.currency ?? '' },
        },
        { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
        { title: { ru: 'Показатель', en: 'Figure' }, value: (row) => row.figure },
        {
          title: { ru: 'Примечание', en: 'Note' },
          value: (row) => said(row.note, { ru: words.ru.note, en: words.en.note }),
        },
      ],
      rows,
    };
    return writeTable(asked, file);
  });
}
