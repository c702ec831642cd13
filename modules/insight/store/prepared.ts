import { createHash } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

const names = new Map<string, string>();

/**
 * Runs a query as a statement the connection keeps prepared. The page asks the same dozen questions again and again,
 * and with row level security planning each of them took as long as answering it (7 of 15 ms).
 */
export async function prepared<Row>(tx: Tx, query: RawBuilder<Row>): Promise<Row[]> {
  const { sql: text, parameters } = query.compile(tx.db);
  let name = names.get(text);
  if (name === undefined) {
    name = `insight_${createHash('sha1').update(text).digest('hex')}`;
    names.set(text, name);
  }
  const { rows } = await tx.connection.client.query({ name, text, values: [...parameters] });
  return rows as Row[];
}
