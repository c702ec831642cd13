import type { FileAnswer } from '@mosty/kernel/http';
import { writeCsv } from './csv.ts';
import { writePdf } from './pdf.ts';
import type { Table } from './table.ts';
import { writeXlsx } from './xlsx.ts';

export interface Wish {
  readonly format: 'csv' | 'xlsx' | 'pdf';
  readonly bom: boolean;
}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** A table as a file of the wished format. `name` has no extension. */
export async function writeTable(table: Table, name: string, { format, bom }: Wish): Promise<FileAnswer> {
  const content =
    format === 'csv'
      ? writeCsv(table, { bom })
      : format === 'pdf'
        ? await writePdf(table)
        : Buffer.from(await writeXlsx(table));
  return { filename: `${name}.${format}`, contentType: TYPES[format], content };
}
