import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/**
 * Runs the building of roll-ups, and what looks at all of them, with nested loops off. Right after an import the planner
 * knows nothing of the new rows, takes them for one or two, and compares each sale with each participant: 12 s for 300
 * sales were seen, a fraction of a second with hash joins. What must not read a whole table asks for its keys (`= ANY`),
 * which is no join.
 */
export async function withHashJoins<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`SET LOCAL enable_nestloop = off`.execute(tx.db);
  const result = await work();
  await sql`SET LOCAL enable_nestloop = on`.execute(tx.db);
  return result;
}
