import { once } from 'node:events';
import copyStreams from 'pg-copy-streams';
import type { Tx } from '../context/index.ts';

export type CopyValue = string | bigint | number | boolean | Date | null;

export interface CopyColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => CopyValue;
}

const CHUNK_CHARACTERS = 65_536;

/**
 * COPY in the caller's transaction: some ten times faster than multi-row INSERT above a few thousand rows. PostgreSQL
 * refuses COPY into a table with row level security, so the rows go through a table of the transaction (which is not
 * logged) and are inserted from there under the policies. Table and column names come from code, never from input.
 */
export async function copyRows<Row>(
  tx: Tx,
  table: string,
  columns: readonly CopyColumn<Row>[],
  rows: Iterable<Row>,
): Promise<void> {
  const names = columns.map((column) => column.name).join(', ');
  const { client } = tx.connection;
  await client.query(`CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT ${names} FROM ${table} WITH NO DATA`);
  await pour(client.query(copyStreams.from(`COPY pg_temp.copied (${names}) FROM STDIN`)), columns, rows);
  await client.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM pg_temp.copied`);
  await client.query('DROP TABLE pg_temp.copied');
}

async function pour<Row>(
  stream: copyStreams.CopyStreamQuery,
  columns: readonly CopyColumn<Row>[],
  rows: Iterable<Row>,
): Promise<void> {
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => {});
  let chunk = '';
  for (const row of rows) {
    chunk += `${columns.map((column) => field(column.value(row))).join('\t')}\n`;
    if (chunk.length > CHUNK_CHARACTERS) {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed]);
      chunk = '';
    }
  }
  stream.end(chunk);
  await Promise.race([once(stream, 'finish'), failed]);
}

const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function field(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return value.replace(SPECIAL, (found) => ESCAPES[found] ?? found);
  if (value instanceof Date) return value.toISOString();
  return String(value);
}
