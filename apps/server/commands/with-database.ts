import { openPool, migrate, type Database } from '@mosty/kernel/db';
import { setSealSecret } from '@mosty/kernel/seal';
import { authSecret } from '../auth-secret.ts';
import { readConfig, type Config } from '../config.ts';
import { openDatabase, type OpenedDatabase } from '../database/index.ts';

export interface CommandDatabase {
  readonly config: Config;
  readonly opened: OpenedDatabase;
  readonly database: Database;
}

/** For commands: joins the database of the running program, or starts it for as long as the command takes. */
export async function withDatabase<T>(work: (it: CommandDatabase) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const opened = await openDatabase({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    databaseAppUrl: config.databaseAppUrl,
    join: true,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    if (!opened.joined) await migrate(opened.ownerUrl);
    setSealSecret(authSecret(config.dataDir));
    const database = openPool(opened.appUrl, 4);
    try {
      return await work({ config, opened, database });
    } finally {
      await database.close();
    }
  } finally {
    await opened.stop();
  }
}
