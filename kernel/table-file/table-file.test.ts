import { readXlsx } from 'hucre';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, textOf } from '@mosty/testkit';
import { FILE_FORMATS } from '../operation/index.ts';
import {
  amountOf,
  dayCell,
  escapeFormula,
  everyRow,
  said,
  startsFormula,
  writeTable,
  type TableColumn,
} from './index.ts';

interface Row {
  readonly name: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}
const columns: readonly TableColumn<Row>[] = [
  { title: { ru: 'Имя', en: 'Name' }, value: (row) => row.name },
  { title: { ru: 'Сумма', en: 'Amount' }, value: amountOf((row) => row.amountMinor) },
];

const WORDS = { ru: { open: 'открыта' }, en: { open: 'open now' } };

async function cellsOf(rows: readonly Row[]) {
  const file = await writeTable({ format: 'xlsx', language: 'en' }, { name: 'rows', columns, rows });
  return (await readXlsx(await bytesOf(file))).sheets[0]?.rows;
}

test('amounts are exact and texts cannot be run, in full-width signs too', async () => {
  const rows = [
    { name: '=1+1', amountMinor: -123450n, currency: 'RUB' },
    { name: '＝HYPERLINK("x")', amountMinor: 900_719_925_474_099_301n, currency: 'USD' },
    { name: 'Ромашка, «сад»', amountMinor: 7n, currency: 'JPY' },
  ];
  const file = await writeTable({ format: 'csv', language: 'en' }, { name: 'rows', columns, rows });
  expect(file.filename).toBe('rows.csv');
  expect(await textOf(file)).toBe(
    [
      '\uFEFFName,Amount',
      "'=1+1,-1234.50",
      '"\'＝HYPERLINK(""x"")",9007199254740993.01',
      '"Ромашка, «сад»",7',
      '',
    ].join('\r\n'),
  );
});

test('a Russian reader gets the headings, the words, the days and the marks of Russian', async () => {
  const russian: readonly TableColumn<Row>[] = [
    ...columns,
    { title: { ru: 'День', en: 'Day' }, value: () => dayCell('2026-02-20') },
    { title: { ru: 'Месяц', en: 'Month' }, value: () => ({ month: '2026-02' }) },
    { title: { ru: 'Состояние', en: 'State' }, value: () => said('open', WORDS) },
    { title: { ru: 'Иное', en: 'Other' }, value: () => said('toString', WORDS) },
    { title: { ru: 'Доля', en: 'Share' }, value: () => 12.5 },
  ];
  const rows = [{ name: 'a;b', amountMinor: -123450n, currency: 'RUB' }];
  const lines = async (language: 'ru' | 'en') =>
    (await textOf(await writeTable({ format: 'csv', language }, { name: 'rows', columns: russian, rows })))
      .slice(1)
      .trim()
      .split('\r\n');
  expect(await lines('ru')).toEqual([
    'Имя;Сумма;День;Месяц;Состояние;Иное;Доля',
    '"a;b";-1234,50;20.02.2026;февраль 2026 г.;открыта;toString;12,5',
  ]);
  expect(await lines('en')).toEqual([
    'Name,Amount,Day,Month,State,Other,Share',
    'a;b,-1234.50,2026-02-20,February 2026,open now,toString,12.5',
  ]);
  const sheet = await writeTable(
    { format: 'xlsx', language: 'ru' },
    { name: 'rows', columns: russian, rows },
  );
  expect((await readXlsx(await bytesOf(sheet))).sheets[0]?.rows[1]).toEqual([
    'a;b',
    -1234.5,
    new Date('2026-02-20T00:00:00Z'),
    'февраль 2026 г.',
    'открыта',
    'toString',
    12.5,
  ]);
});

test('a spreadsheet gets numbers as numbers, and as a text what it would round', async () => {
  const rows = [
    { name: '=1+1', amountMinor: -123450n, currency: 'RUB' },
    { name: 'Сад', amountMinor: 900_719_925_474_099_301n, currency: 'USD' },
  ];
  expect(await cellsOf(rows)).toEqual([
    ['Name', 'Amount'],
    ['=1+1', -1234.5],
    ['Сад', '9007199254740993.01'],
  ]);
});

test('no text begins as a formula once it was escaped', () => {
  const start = fc.constantFrom(...'=+-@\t\r＝＋－＠');
  fc.assert(
    fc.property(start, fc.string(), (sign, rest) => {
      expect(startsFormula(sign + rest)).toBe(true);
      expect(startsFormula(escapeFormula(sign + rest))).toBe(false);
    }),
  );
});

test('a list is walked to its end, page by page', async () => {
  const asked: (string | undefined)[] = [];
  const all = Array.from({ length: 2_500 }, (_, place) => ({
    name: `p${place}`,
    amountMinor: BigInt(place),
    currency: 'RUB',
  }));
  const rows = everyRow(({ cursor, limit }) => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    const next = from + limit < all.length ? String(from + limit) : null;
    return Promise.resolve({ items: all.slice(from, from + limit), nextCursor: next });
  });
  const lines = (
    await textOf(await writeTable({ format: 'csv', language: 'en' }, { name: 'rows', columns, rows }))
  )
    .trim()
    .split('\r\n');
  expect(asked).toEqual([undefined, '1000', '2000']);
  expect(lines).toHaveLength(2_501);
  expect(lines.at(-1)).toBe('p2499,24.99');
});

test('a list that fails half-way is no file', async () => {
  const rows = () =>
    everyRow<Row>(({ cursor }) =>
      cursor ? Promise.reject(new Error('no database')) : Promise.resolve({ items: [], nextCursor: '1' }),
    );
  for (const format of FILE_FORMATS)
    await expect(
      writeTable({ format, language: 'en' }, { name: 'rows', columns, rows: rows() }),
    ).rejects.toThrow('no database');
});
