import { Readable } from 'node:stream';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { escapeFormula } from '@mosty/kernel/table-file';
import { adviseError } from '../domain/error-advice.ts';
import { sayError } from '../domain/error-words.ts';
import { rights } from '../policy.ts';
import { errorRows, type ImportRow } from '../store/rows.ts';
import { knownImport } from './known-import.ts';

const PAGE = 5_000;
const HEADER = {
  ru: ['строка', 'номер', 'код', 'что не так', 'что сделать'],
  en: ['line', 'number', 'code', 'what is wrong', 'what to do'],
};

/** Every line that cannot be taken, as CSV for a spreadsheet: `;` and a byte order mark, as Russian Excel wants it. */
export async function errorsCsv(
  ctx: Context,
  input: { importId: string; language: 'ru' | 'en' },
): Promise<{ filename: string; content: Readable }> {
  permit(ctx, rights, 'import.read');
  const file = await look(ctx, (tx) => knownImport(tx, input.importId));
  async function* lines(): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(HEADER[input.language])}`;
    let after = 0;
    for (;;) {
      const rows: ImportRow[] = await look(ctx, (tx) => errorRows(tx, file.id, after, PAGE));
      for (const row of rows) {
        const code = row.errorCode ?? '';
        yield csvLine([
          String(row.line),
          row.key ?? '',
          code,
          sayError(input.language, code, row.errorParams ?? {}),
          adviseError(input.language, code),
        ]);
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.line;
    }
  }
  return { filename: `${file.filename.replace(/\.[^.]+$/, '')}-errors.csv`, content: Readable.from(lines()) };
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${escapeFormula(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
}
