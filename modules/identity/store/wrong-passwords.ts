import { sql, type RawBuilder } from 'kysely';
import type { Database } from '@mosty/kernel/db';

async function run<Row>(database: Database, statement: RawBuilder<Row>): Promise<readonly Row[]> {
  const connection = await database.connect();
  try {
    return (await statement.execute(connection.queries)).rows;
  } finally {
    connection.release();
  }
}

/**
 * Failures of one address, counted beside the library's limits per network: a guesser with many networks still
 * meets this one. The key is a hash, so the table lists no addresses. A pause longer than the window starts anew.
 */
export async function noteWrongPassword(
  database: Database,
  emailHash: string,
  at: Date,
  windowStart: Date,
): Promise<void> {
  await run(
    database,
    sql`INSERT INTO auth.wrong_password AS w (email_hash, count, last_at) VALUES (${emailHash}, 1, ${at})
        ON CONFLICT (email_hash) DO UPDATE
        SET count = CASE WHEN w.last_at < ${windowStart} THEN 1 ELSE w.count + 1 END, last_at = EXCLUDED.last_at`,
  );
}

export async function countWrongPasswords(
  database: Database,
  emailHash: string,
  windowStart: Date,
): Promise<number> {
  const rows = await run(
    database,
    sql<{ count: number }>`
      SELECT count FROM auth.wrong_password WHERE email_hash = ${emailHash} AND last_at >= ${windowStart}`,
  );
  return rows[0]?.count ?? 0;
}

export async function forgetWrongPasswords(database: Database, emailHash: string): Promise<void> {
  await run(database, sql`DELETE FROM auth.wrong_password WHERE email_hash = ${emailHash}`);
}
