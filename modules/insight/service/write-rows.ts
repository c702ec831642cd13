import type { Tx } from '@mosty/kernel/context';
import type { FileAnswer } from '@mosty/kernel/http';
import { dayCell, said, writeTable, type TableFile, type Wish } from '@mosty/kernel/table-file';
import type { SortedRow } from '../store/number-rows.ts';
import { words as ofReports } from '../ui/partner-life/words.ts';
import { words } from '../ui/words.ts';

/** Rows of reports are noted by words of their own. */
const NOTES = {
  ru: { ...words.ru.note, ...ofReports.ru.note },
  en: { ...words.en.note, ...ofReports.en.note },
};

/** Above this the rows behind a number belong to the nightly backup or the API's pages. */
export const EXPORT_ROWS_MAX = 100_000;

/** Rows behind a number as a file, each with its class; there is no line of totals (S2.3). */
export function writeRows(tx: Tx, wish: Wish, name: string, rows: readonly SortedRow[]): Promise<FileAnswer> {
  // An analyst exports without personal data: a client may be a person.
  const named = !(tx.actor.type === 'person' && tx.actor.role === 'analyst');
  const file: TableFile<SortedRow> = {
    name,
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
        value: (row) => said(row.note, NOTES),
      },
    ],
    rows,
  };
  return writeTable(wish, file);
}
