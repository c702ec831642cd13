import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Lets the planner look again at tables that at least doubled, at large ones when they grew fourfold. Call it between
 * the batches of a bulk load, outside their transactions; it costs a millisecond when there is nothing to do. Answers
 * how many tables were looked at.
 */
export async function refreshStatistics(database: Database): Promise<number> {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{
      refreshed: number;
    }>`SELECT kernel.refresh_statistics() AS refreshed`.execute(connection.queries);
    return rows[0]?.refreshed ?? 0;
  } finally {
    connection.release();
  }
}
