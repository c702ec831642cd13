import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';
import type { Connection, Database } from '@mosty/kernel/db';

/** The sign-in library names its own tables; we do not type them, it does. */
type LibraryTables = Record<string, Record<string, unknown>>;

/** The program's own pool, as the sign-in library wants it: camelCase outside, our snake_case tables inside. */
export function libraryQueries(database: Database): Kysely<LibraryTables> {
  const pool = {
    options: {},
    connect: async () => lend(await database.connect()),
    end: async () => {},
  };
  return new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
}

function lend(connection: Connection): PoolClient {
  return new Proxy(connection.client, {
    get(client, name) {
      if (name === 'release') return () => connection.release();
      const found: unknown = Reflect.get(client, name, client);
      return typeof found === 'function' ? (found.bind(client) as unknown) : found;
    },
  });
}
