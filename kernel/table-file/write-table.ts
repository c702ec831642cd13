import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre';
import type { FileAnswer } from '../http/index.ts';
import type { FileFormat, Language } from '../operation/index.ts';
import { csvCell, xlsxCell, type Cell, type Said } from './cell.ts';
import { written } from './written.ts';

export interface TableColumn<Row> {
  readonly title: Said;
  readonly value: (row: Row) => Cell;
}

/** A table to be downloaded. */
export interface TableFile<Row> {
  /** Without an ending. */
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Which file, and for the reader of which language. */
export interface Wish {
  readonly format: FileFormat;
  readonly language: Language;
}

/** A table as a file of the wished format. Of a list of any length no more than a page is held in memory. */
export async function writeTable<Row>({ format, language }: Wish, file: TableFile<Row>): Promise<FileAnswer> {
  const content = await written(format === 'xlsx' ? xlsxOf(file, language) : csvOf(file, language));
  return { filename: `${file.name}.${format}`, contentType: TYPES[format], content };
}

const CSV_ROWS_AT_ONCE = 500;

/**
 * UTF-8 with a byte order mark, so that spreadsheets show Cyrillic; in Russian with the `;` and the decimal comma by
 * which a Russian table program takes it apart.
 */
async function* csvOf<Row>({ columns, rows }: TableFile<Row>, language: Language): AsyncGenerator<string> {
  const lines = (some: readonly (readonly string[])[], bom = false) =>
    stringify(
      some.map((row) => [...row]),
      { bom, record_delimiter: '\r\n', delimiter: language === 'ru' ? ';' : ',' },
    );
  yield lines([columns.map((column) => column.title[language])], true);
  let waiting: string[][] = [];
  for await (const row of rows) {
    waiting.push(columns.map((column) => csvCell(column.value(row), language)));
    if (waiting.length < CSV_ROWS_AT_ONCE) continue;
    yield lines(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield lines(waiting);
}

function xlsxOf<Row>({ name, columns, rows }: TableFile<Row>, language: Language): AsyncIterable<Uint8Array> {
  async function* cells() {
    for await (const row of rows) yield columns.map((column) => xlsxCell(column.value(row), language));
  }
  return writeXlsxStream(cells(), {
    name: name.slice(0, 31),
    columns: columns.map((column) => ({ header: column.title[language] })),
    freezePane: { rows: 1 },
  });
}
