import { statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '@mosty/kernel/db';

const FREE_BYTES_MIN = 200 * 1024 * 1024;
const ANSWER_MS_MAX = 3_000;

/** What keeps the program from doing its work now: a database that does not take writes, a disk that is full. */
export async function troublesOf(database: Database, dataDir: string): Promise<string[]> {
  const troubles = await Promise.all([databaseTrouble(database), diskTrouble(dataDir)]);
  return troubles.filter((trouble) => trouble !== null);
}

async function databaseTrouble(database: Database): Promise<string | null> {
  const slow = new Promise<string>((resolve) => {
    setTimeout(() => resolve('the database does not answer'), ANSWER_MS_MAX).unref();
  });
  return Promise.race([slow, writes(database)]);
}

async function writes(database: Database): Promise<string | null> {
  try {
    const connection = await database.connect();
    // A check that failed half-way leaves its transaction open: such a connection must not go back to the others.
    let broken = true;
    try {
      const { rows } = await connection.client.query<{ closed: boolean }>(
        'SELECT pg_is_in_recovery() OR current_setting($1) = $2 AS closed',
        ['default_transaction_read_only', 'on'],
      );
      // A write that is thrown away: shows a full disk and a read-only server, which a SELECT does not.
      await connection.client.query(
        'BEGIN; CREATE TEMPORARY TABLE mosty_write_check ON COMMIT DROP AS SELECT 1; ROLLBACK',
      );
      broken = false;
      return rows[0]?.closed ? 'the database is read-only' : null;
    } finally {
      connection.release(broken);
    }
  } catch (error) {
    return `the database refuses: ${(error as Error).message}`;
  }
}

async function diskTrouble(dataDir: string): Promise<string | null> {
  try {
    await writeFile(path.join(dataDir, '.write-check'), '');
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    return free < FREE_BYTES_MIN ? `only ${Math.round(free / 1_048_576)} MB are left in ${dataDir}` : null;
  } catch (error) {
    return `the data folder cannot be written: ${(error as Error).message}`;
  }
}
