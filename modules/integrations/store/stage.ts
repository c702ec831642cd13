import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { copyRows, type CopyColumn } from '@mosty/kernel/db';
import type { Staged } from '../domain/rows/fold.ts';
import type { InvoiceLine } from '../domain/rows/row.ts';

/** Rows without a time stand at the epoch. */
const EPOCH = new Date(0).toISOString();

const COLUMNS: readonly CopyColumn<Staged>[] = [
  { name: 'line', value: (row) => row.line },
  { name: 'rows', value: (row) => (row.fault ? 1 : row.rows) },
  { name: 'key', value: (row) => row.key },
  { name: 'at', value: (row) => (row.fault || row.at === null ? EPOCH : new Date(row.at).toISOString()) },
  { name: 'amount_micro', value: (row) => (row.fault ? null : row.amountMicro) },
  { name: 'credit', value: (row) => (row.fault ? 'no' : row.credit) },
  { name: 'body', value: (row) => (row.fault ? null : JSON.stringify(row.body)) },
  {
    name: 'lines',
    value: (row) => (row.fault || !worthKeeping(row.lines) ? null : JSON.stringify(row.lines.map(lineJson))),
  },
  { name: 'state', value: (row) => (row.fault ? 'bad' : 'new') },
  { name: 'error_code', value: (row) => row.fault?.code ?? null },
  { name: 'error_params', value: (row) => (row.fault ? JSON.stringify(row.fault.params) : null) },
];

/** Lays checked rows down: for a million of them 9 s, against 18 s of INSERT from arrays. */
export async function stageRows(tx: Tx, importId: string, rows: readonly Staged[]): Promise<void> {
  if (rows.length === 0) return;
  const own: CopyColumn<Staged>[] = [
    { name: 'workspace_id', value: () => tx.workspaceId },
    { name: 'import_id', value: () => importId },
  ];
  await copyRows(tx, 'integrations.import_row', [...own, ...COLUMNS], rows);
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
