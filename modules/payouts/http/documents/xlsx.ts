import { writeXlsx as write } from 'hucre/xlsx';
import { minorDigits } from '@mosty/kernel/money';
import { moneyText, percentText, type CellValue, type Column, type Table } from './table.ts';

/** The only place that knows which library writes spreadsheets: it is young, and the tests read it with another. */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  const places = minorDigits(table.currency);
  const formats = {
    text: '@',
    money: places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`,
    count: '0',
    rate: '0.####',
  } as const;
  return write({
    sheets: [
      {
        name: sheetName(table.title),
        columns: table.columns.map(({ width, kind }) => ({ width, numFmt: formats[kind] })),
        rows: [
          table.columns.map((column) => column.header),
          ...table.rows.map((row) => row.map((value, index) => cellOf(value, table.columns[index], table))),
        ],
        freezePane: { rows: 1 },
      },
    ],
  });
}

/** A spreadsheet keeps fifteen digits; a longer amount goes as a text rather than as another amount. */
const DIGITS_MAX = 15;

function cellOf(value: CellValue, column: Column | undefined, table: Table): string | number | null {
  if (typeof value !== 'bigint') return value;
  const text = column?.kind === 'rate' ? percentText(value, '.') : moneyText(value, table.currency, '.');
  return text.replace(/\D/g, '').length > DIGITS_MAX ? text : Number(text);
}

function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
