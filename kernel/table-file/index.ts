import { stringify } from 'csv-stringify/sync';
import { writeXlsx as encodeXlsx } from 'hucre';
import type { FileAnswer } from '../http/index.ts';
import { minorDigits } from '../money/index.ts';

/** An amount of money in a cell: written as a number with the currency's digits. */
export interface AmountCell {
  readonly minor: bigint;
  readonly currency: string;
}
export type Cell = string | number | bigint | AmountCell | null;

/** A table to be downloaded. Titles are words for the reader or stable codes, as the caller chooses. */
export interface TableFile<Row> {
  /** Without an ending. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly value: (row: Row) => Cell }[];
  readonly rows: readonly Row[];
}

/** `1234.50`: exact, with a point whatever the reader's language, so that programs read it back. */
export function plainAmount({ minor, currency }: AmountCell): string {
  const digits = minorDigits(currency);
  const size = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = digits === 0 ? size : `${size.slice(0, -digits)}.${size.slice(-digits)}`;
  return minor < 0n ? `-${whole}` : whole;
}

/** UTF-8 with a byte order mark, so that spreadsheets show Cyrillic; texts cannot become formulas. */
export function writeCsv<Row>(file: TableFile<Row>): FileAnswer {
  const content = stringify(
    [
      file.columns.map((column) => column.title),
      ...file.rows.map((row) => file.columns.map((column) => csvCell(column.value(row)))),
    ],
    { bom: true, record_delimiter: '\r\n' },
  );
  return { filename: `${file.name}.csv`, contentType: 'text/csv; charset=utf-8', content };
}

const FORMULA_START = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return plainAmount(cell);
  if (typeof cell !== 'string') return cell.toString();
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}

export async function writeXlsx<Row>(file: TableFile<Row>): Promise<FileAnswer> {
  const content = await encodeXlsx({
    sheets: [
      {
        name: file.name.slice(0, 31),
        rows: [
          file.columns.map((column) => column.title),
          ...file.rows.map((row) => file.columns.map((column) => xlsxCell(column.value(row)))),
        ],
        freezePane: { rows: 1 },
      },
    ],
  });
  return {
    filename: `${file.name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(content),
  };
}

/** A spreadsheet keeps numbers as doubles: exact to 2^53 minor units, which is 90 trillion roubles. */
function xlsxCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  if (typeof cell === 'bigint') return Number(cell);
  return Number(plainAmount(cell));
}
