import { readXlsx as readWorkbook, streamXlsxRows } from 'hucre/xlsx';
import type { FileRecord } from './record.ts';

/** Rows of one sheet, as text. A row's number in the sheet is its line. */
export async function* readXlsx(workbook: Uint8Array, sheet: string | undefined): AsyncGenerator<FileRecord> {
  for await (const row of streamXlsxRows(workbook, sheet === undefined ? {} : { sheet })) {
    const cells = row.values.map(cellText);
    if (cells.some((cell) => cell !== '')) yield { line: row.index + 1, cells, fault: null };
  }
}

/** Names of the sheets in the order of the workbook; no sheet itself is read. */
export async function sheetsOf(workbook: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readWorkbook(workbook, {
    sheets: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names;
}

/** A moment of a sheet has no zone: it is a reading of the wall clock, and stays one. */
function cellText(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 19);
  if (typeof value === 'number') return numberText(value);
  return String(value);
}

/**
 * A sheet keeps numbers as binary floats and shows fifteen digits of them (1037.1 lies there as
 * 1037.0999999999999): those fifteen are what the person typed.
 */
function numberText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 })
    : text;
}
