import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import {
  dayCell,
  everyRow,
  said,
  writeTable,
  type Cell,
  type Said,
  type TableFile,
  type Wish,
} from '@mosty/kernel/table-file';
import type { Unit } from '../../contract/measure.ts';
import type { Figure } from '../../domain/client-worth/figure.ts';
import { rights } from '../../policy/channel.ts';
import { words } from '../../ui/client-worth/words.ts';
import { words as shared } from '../../ui/words.ts';
import { filterOf, pageOfWorth, type AskedRows } from './open-worth.ts';
import { readClientCost, type AskedCost } from './read-client-cost.ts';
import { readClientWorth, type AskedWorth } from './read-client-worth.ts';

const UNITS: Readonly<Record<Unit, Said>> = {
  money: { ru: 'деньги', en: 'money' },
  ppm: { ru: 'доля', en: 'share' },
  days: { ru: 'дни', en: 'days' },
  months: { ru: 'месяцы', en: 'months' },
  count: { ru: 'штуки', en: 'count' },
};
const BOOKS = { ru: shared.ru.book, en: shared.en.book };

/** The page as a file: one line a figure, each of one class, and no line of totals (S2.3). */
export function exportWorth(ctx: Context, asked: AskedWorth & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const worth = await readClientWorth(tx, asked);
    const file: TableFile<Figure> = {
      name: `client-worth-${worth.window.from}`,
      columns: [
        {
          title: { ru: 'Показатель', en: 'Number' },
          value: (one) => said(one.metric, { ru: words.ru.worth, en: words.en.worth }),
        },
        { title: { ru: 'Из чего', en: 'Of what' }, value: groupCell },
        { title: { ru: 'Класс учёта', en: 'Reporting class' }, value: (one) => said(one.class, BOOKS) },
        { title: { ru: 'Значение', en: 'Value' }, value: (one) => cellOf(one, one.value) },
        { title: { ru: 'Периодом раньше', en: 'Period before' }, value: (one) => cellOf(one, one.before) },
        { title: { ru: 'Единица', en: 'Unit' }, value: (one) => one.currency ?? UNITS[one.unit] },
        { title: { ru: 'Строк', en: 'Rows' }, value: (one) => one.n },
        { title: { ru: 'Из', en: 'Out of' }, value: (one) => one.of },
        { title: { ru: 'Нужно строк', en: 'Rows needed' }, value: (one) => one.neededN },
        { title: { ru: 'Горизонт, дней', en: 'Horizon, days' }, value: (one) => one.horizonDays },
        { title: { ru: 'С', en: 'From' }, value: (one) => dayCell(one.window.from) },
        { title: { ru: 'До (не включая)', en: 'To (exclusive)' }, value: (one) => dayCell(one.window.to) },
        { title: { ru: 'Впервые', en: 'First' }, value: (one) => dayCell(one.since) },
      ],
      rows: worth.figures,
    };
    return writeTable(asked, file);
  });
}

/** The rows behind a figure as a file, all of one class. */
export function exportWorthRows(ctx: Context, asked: AskedRows & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const { format, language, ...filter } = asked;
    const found = await filterOf(tx, filter);
    // An analyst exports without personal data: a client may be a person, and a deal is called by its client.
    const named = !(tx.actor.type === 'person' && tx.actor.role === 'analyst');
    return writeTable(
      { format, language },
      {
        name: `${asked.metric}-${asked.class}`,
        columns: [
          { title: { ru: 'День', en: 'Date' }, value: (row) => dayCell(row.on) },
          {
            title: { ru: 'Что это', en: 'What it is' },
            value: (row) => said(row.kind, { ru: words.ru.kind, en: words.en.kind }),
          },
          { title: { ru: 'Класс учёта', en: 'Reporting class' }, value: (row) => said(row.class, BOOKS) },
          { title: { ru: 'Номер в системе', en: 'Id' }, value: (row) => row.id },
          { title: { ru: 'Партнёр', en: 'Partner' }, value: (row) => row.partnerName },
          { title: { ru: 'Клиент: номер в системе', en: 'Client id' }, value: (row) => row.clientId },
          {
            title: { ru: 'Клиент', en: 'Client' },
            value: (row) => (named ? (row.clientName ?? row.externalId) : null),
          },
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
        rows: everyRow((page) => pageOfWorth(tx, found, page)),
      },
    );
  });
}

/** What a client cost on both sides of a day: two lines a class. */
export function exportClientCost(ctx: Context, asked: AskedCost & Wish): Promise<FileAnswer> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.export');
    const { on, books, currency } = await readClientCost(tx, asked);
    const money = (minor: bigint | null): Cell => (minor === null ? null : { minor, currency });
    return writeTable(asked, {
      name: `client-cost-${on ?? 'none'}`,
      columns: [
        { title: { ru: 'Класс учёта', en: 'Reporting class' }, value: (row) => said(row.class, BOOKS) },
        {
          title: { ru: 'Сторона', en: 'Side' },
          value: (row) => ({ ru: words.ru.cost[row.side], en: words.en.cost[row.side] }),
        },
        { title: { ru: 'С', en: 'From' }, value: (row) => dayCell(row.clients.window.from) },
        {
          title: { ru: 'До (не включая)', en: 'To (exclusive)' },
          value: (row) => dayCell(row.clients.window.to),
        },
        { title: { ru: 'Пришло клиентов', en: 'Clients came' }, value: (row) => row.clients.value },
        { title: { ru: 'Обошлось', en: 'Cost' }, value: (row) => money(row.cost.value) },
        { title: { ru: 'Клиент стоил', en: 'A client cost' }, value: (row) => money(row.perClientMinor) },
        { title: { ru: 'Валюта', en: 'Currency' }, value: () => currency },
      ],
      rows: books.flatMap((book) =>
        (['before', 'after'] as const).map((side) => ({ ...book[side], class: book.class, side })),
      ),
    });
  });
}

function groupCell(one: Figure): Cell {
  if (one.group === null) return null;
  if (one.groupName !== null) return one.groupName;
  return said(one.group || 'none', {
    ru: { ...words.ru.band, ...words.ru.dealKind },
    en: { ...words.en.band, ...words.en.dealKind },
  });
}

/** Money in its own digits; a share as a fraction of one. */
function cellOf(one: Figure, value: bigint | null): Cell {
  if (value === null) return null;
  if (one.unit === 'money') return { minor: value, currency: one.currency ?? '' };
  if (one.unit === 'ppm') return Number(value) / 1_000_000;
  return value;
}
