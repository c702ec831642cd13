import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { dayCell, everyRow, said, writeTable, type Cell, type Wish } from '@mosty/kernel/table-file';
import { CLASSES } from '../../contract/class.ts';
import { rights } from '../../policy/reputation.ts';
import { words } from '../../ui/reputation/words.ts';
import { words as shared } from '../../ui/words.ts';
import { readHarm, readReputation, type AskedHarm, type AskedReputation } from './read-reputation.ts';

const BOOKS = { ru: shared.ru.book, en: shared.en.book };

/** Money where there is any: what has no price has an empty cell, and not a zero. */
function amount(minor: bigint | null | undefined, currency: string | null | undefined): Cell {
  return minor === null || minor === undefined ? null : { minor, currency: currency ?? '' };
}

type Told = Awaited<ReturnType<typeof readReputation>>['items'][number];
const NOTHING = { breaches: null, incidents: null, complaints: null };

/**
 * A line a partner and class, for classes are never added up; what is of no class stands once, on a line without one. A
 * column can then be added up without counting anything twice.
 */
function linesOf({ books, clients, partner, breaches, incidents, complaints }: Told) {
  const ofClasses = CLASSES.flatMap((one) => {
    const kept = clients.find((of) => of.class === one) ?? null;
    const own = books.filter((book) => book.class === one);
    return (own.length > 0 ? own : kept ? [null] : []).map((book) => ({
      partner,
      class: one,
      book,
      kept,
      ...NOTHING,
    }));
  });
  const words = { partner, class: null, book: null, kept: null, breaches, incidents, complaints };
  return breaches + incidents + complaints > 0 ? [...ofClasses, words] : ofClasses;
}

/** The list as a file. */
export function exportReputation(ctx: Context, asked: AskedReputation & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'reputation.export');
    const { format, language, ...filter } = asked;
    const lines = async (page: { cursor: string | undefined; limit: number }) => {
      const { items, nextCursor } = await readReputation(tx, { ...filter, ...page });
      return { items: items.flatMap(linesOf), nextCursor };
    };
    return writeTable(
      { format, language },
      {
        name: 'reputation',
        columns: [
          { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partner.name },
          {
            title: { ru: 'Класс учёта', en: 'Reporting class' },
            value: (row) => said(row.class, BOOKS),
          },
          { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.book?.currency ?? null },
          {
            title: { ru: 'Продано', en: 'Sold' },
            value: (row) => amount(row.book?.soldMinor, row.book?.currency),
          },
          { title: { ru: 'Возвратов', en: 'Refunds' }, value: (row) => row.book?.refunds.n ?? null },
          {
            title: { ru: 'Вернули', en: 'Refunded' },
            value: (row) => amount(row.book?.refunds.minor, row.book?.currency),
          },
          {
            title: { ru: 'Продаж ниже пола', en: 'Sales below the floor' },
            value: (row) => row.book?.belowFloor.n ?? null,
          },
          {
            title: { ru: 'Недополучено', en: 'Not asked for' },
            value: (row) => amount(row.book?.belowFloor.minor, row.book?.currency),
          },
          {
            title: { ru: 'Цена репутации', en: 'Price of reputation' },
            value: (row) => amount(row.book?.priceMinor, row.book?.currency),
          },
          {
            title: { ru: 'Цена от проданного', en: 'Price of what was sold' },
            value: (row) =>
              row.book === null || row.book.sharePpm === null ? null : Number(row.book.sharePpm) / 1_000_000,
          },
          {
            title: { ru: 'Комиссии возвращено нам', en: 'Commission taken back' },
            value: (row) => amount(row.book?.clawbacks.minor, row.book?.currency),
          },
          { title: { ru: 'Нарушений кодекса', en: 'Breaches of the code' }, value: (row) => row.breaches },
          { title: { ru: 'Инцидентов', en: 'Incidents' }, value: (row) => row.incidents },
          { title: { ru: 'Клиентам стало хуже', en: 'Clients worse off' }, value: (row) => row.complaints },
          {
            title: { ru: 'Клиентов старше года', en: 'Clients older than a year' },
            value: (row) => row.kept?.n ?? null,
          },
          { title: { ru: 'Из них молчат', en: 'Of them silent' }, value: (row) => row.kept?.gone ?? null },
        ],
        rows: everyRow(lines),
      },
    );
  });
}

export function exportHarm(ctx: Context, asked: AskedHarm & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'reputation.export');
    const { format, language, ...filter } = asked;
    return writeTable(
      { format, language },
      {
        name: 'harm',
        columns: [
          { title: { ru: 'День', en: 'Date' }, value: (row) => dayCell(row.on) },
          {
            title: { ru: 'Что случилось', en: 'What happened' },
            value: (row) => said(row.kind, { ru: words.ru.harm, en: words.en.harm }),
          },
          { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
          { title: { ru: 'Класс учёта', en: 'Reporting class' }, value: (row) => said(row.class, BOOKS) },
          { title: { ru: 'Клиент', en: 'Client' }, value: (row) => row.clientName },
          { title: { ru: 'Сумма', en: 'Amount' }, value: (row) => amount(row.amountMinor, row.currency) },
          { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
          {
            title: { ru: 'В цене', en: 'In the price' },
            value: (row) =>
              said(row.amountMinor === null ? 'uncounted' : row.inPrice ? 'counted' : 'beside', {
                ru: words.ru.inPrice,
                en: words.en.inPrice,
              }),
          },
          {
            title: { ru: 'Правило кодекса', en: 'Rule of the code' },
            value: (row) => (row.kind === 'breach' ? row.figure : null),
          },
          {
            title: { ru: 'Примечание', en: 'Note' },
            value: (row) => said(row.note, { ru: words.ru.severity, en: words.en.severity }),
          },
        ],
        rows: everyRow((page) => readHarm(tx, { ...filter, ...page })),
      },
    );
  });
}
