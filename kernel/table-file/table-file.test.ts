import { readXlsx } from 'hucre';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, textOf } from '@mosty/testkit';
import { FILE_FORMATS } from '../operation/index.ts';
import { amountOf, escapeFormula, everyRow, startsFormula, writeTable, type TableColumn } from './index.ts';

interface Row {
  readonly name: string;
  readonly amountMinor: bigint;
  readonly currency: string;
}
const columns: readonly TableColumn<Row>[] = [
  { title: 'name', value: (row) => row.name },
  { title: 'amount', value: amountOf((row) => row.amountMinor) },
];

async function cellsOf(rows: readonly Row[]) {
  const file = await writeTable('xlsx', { name: 'rows', columns, rows });
  return (await readXlsx(await bytesOf(file))).sheets[0]?.rows;
}

test('amounts are exact and texts cannot be run, in full-width signs too', async () => {
  const rows = [
    { name: '=1+1', amountMinor: -123450n, currency: 'RUB' },
    { name: '＝HYPERLINK("x")', amountMinor: 900_719_925_474_099_301n, currency: 'USD' },
    { name: 'Ромашка, «сад»', amountMinor: 7n, currency: 'JPY' },
  ];
  const file = await writeTable('csv', { name: 'rows', columns, rows });
  expect(file.filename).toBe('rows.csv');
  expect(await textOf(file)).toBe(
    [
      '\uFEFFname,amount',
      "'=1+1,-1234.50",
      '"\'＝HYPERLINK(""x"")",9007199254740993.01',
      '"Ромашка, «сад»",7',
      '',
    ].join('\r\n'),
  );
});

test('a spreadsheet gets numbers as numbers, and as a text what it would round', async () => {
  const rows = [
    { name: '=1+1', amountMinor: -123450n, currency: 'RUB' },
    { name: 'Сад', amountMinor: 900_719_925_474_099_301n, currency: 'USD' },
  ];
  expect(await cellsOf(rows)).toEqual([
    ['name', 'amount'],
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
  const lines = (await textOf(await writeTable('csv', { name: 'rows', columns, rows }))).trim().split('\r\n');
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
    await expect(writeTable(format, { name: 'rows', columns, rows: rows() })).rejects.toThrow('no database');
});
