import { stringify } from 'csv-stringify/sync';
import { escapeFormula } from '@mosty/kernel/table-file';
import { cellText, type Table } from './table.ts';

/**
 * The rows as a table program of the reader's language opens them: `;` and a decimal comma in Russian.
 * With `bom` Excel takes it for UTF-8. Numbers stay numbers; only texts are kept from being run as formulas.
 */
export function writeCsv(table: Table, { bom }: { bom: boolean }): string {
  const header = table.columns.map((column) => column.header);
  const rows = table.rows.map((row) =>
    row.map((value, index) => {
      const kind = table.columns[index]?.kind ?? 'text';
      const text = cellText(value, kind, table);
      return kind === 'text' ? escapeFormula(text) : text;
    }),
  );
  const delimiter = table.language === 'ru' ? ';' : ',';
  return stringify([header, ...rows], {
    delimiter,
    bom,
    record_delimiter: 'windows',
    quoted_match: /[\r\n\t;,]/,
  });
}
