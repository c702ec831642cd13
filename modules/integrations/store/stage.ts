import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { copyLine, copyLines, type CopyColumn } from '@mosty/kernel/db';
import type { Staged } from '../domain/rows/fold.ts';
import type { InvoiceLine } from '../domain/rows/row.ts';

const COLUMNS: readonly CopyColumn<Staged>[] = [
  { name: 'line', value: (row) => row.line },
  { name: 'rows', value: (row) => (row.fault ? 1 : row.rows) },
  { name: 'key', value: (row) => row.key },
  { name: 'at', value: (row) => (row.fault || row.at === null ? EPOCH : momentText(row.at)) },
  { name: 'amount_micro', value: (row) => (row.fault ? null : row.amountMicro) },
  { name: 'credit', value: (row) => (row.fault ? 'no' : row.credit) },
  { name: 'currency', value: (row) => (row.fault ? null : row.currency) },
  { name: 'client', value: (row) => (row.fault ? null : row.client) },
  { name: 'partner', value: (row) => (row.fault ? null : row.partner) },
  { name: 'body', value: (row) => (row.fault ? null : JSON.stringify(row.body)) },
  {
    name: 'lines',
    value: (row) => (row.fault || !worthKeeping(row.lines) ? null : JSON.stringify(row.lines.map(lineJson))),
  },
  { name: 'state', value: (row) => (row.fault ? 'bad' : 'new') },
  { name: 'error_code', value: (row) => row.fault?.code ?? null },
  { name: 'error_params', value: (row) => (row.fault ? JSON.stringify(row.fault.params) : null) },
];
const NAMES = COLUMNS.map((column) => column.name);

/** A checked row as it waits to be laid down: one text instead of the objects it was read into. */
export function stagedLine(row: Staged): string {
  return copyLine(COLUMNS, row);
}

/** Lays checked rows down: for a million of them 9 s, against 18 s of INSERT from arrays. */
export async function stageRows(tx: Tx, importId: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await copyLines(tx, 'integrations.import_row', NAMES, lines, {
    workspace_id: tx.workspaceId,
    import_id: importId,
  });
}

/** Rows without a time stand at the epoch. */
const EPOCH = new Date(0).toISOString();
const DAY_MS = 86_400_000;
const days = new Map<number, string>();

/** ISO, with the day remembered: a file has few days and many rows. */
function momentText(ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  let date = days.get(day);
  if (date === undefined) {
    if (days.size > 10_000) days.clear();
    date = new Date(ms).toISOString().slice(0, 11);
    days.set(day, date);
  }
  const seconds = Math.floor((ms - day * DAY_MS) / 1000);
  const millisecond = ms % 1000 === 0 ? '' : `.${String(((ms % 1000) + 1000) % 1000).padStart(3, '0')}`;
  return `${date}${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${millisecond}Z`;
}

function two(value: number): string {
  const whole = Math.floor(value);
  return whole < 10 ? `0${whole}` : String(whole);
}

/** The only line of a plain payment says nothing that the row does not. */
function worthKeeping(lines: readonly InvoiceLine[]): boolean {
  const first = lines[0];
  return (
    first !== undefined &&
    (lines.length > 1 ||
      first.quantity !== null ||
      first.sku !== null ||
      first.vatMicro !== null ||
      first.costMinor !== null ||
      first.listMinor !== null)
  );
}

/** Names of one letter: a file of invoice lines has half a million of these. */
export interface LineJson {
  readonly n: number;
  readonly a: string;
  readonly s?: string;
  readonly q?: string;
  readonly p?: string;
  readonly v?: string;
  readonly c?: string;
  readonly l?: string;
}

function lineJson(line: InvoiceLine): LineJson {
  return {
    n: line.line,
    a: line.amountMicro.toString(),
    ...(line.sku !== null && { s: line.sku }),
    ...(line.quantity !== null && { q: line.quantity }),
    ...(line.price !== null && { p: line.price }),
    ...(line.vatMicro !== null && { v: line.vatMicro.toString() }),
    ...(line.costMinor !== null && { c: line.costMinor.toString() }),
    ...(line.listMinor !== null && { l: line.listMinor.toString() }),
  };
}

export async function deleteRows(tx: Tx, importId: string): Promise<void> {
  await sql`
    DELETE FROM integrations.import_row WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId}`.execute(
    tx.db,
  );
}
