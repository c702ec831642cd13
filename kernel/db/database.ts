import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { arrayLiteral } from './arrays.ts';

// int8 and counts arrive as strings by default; money must never pass through a float.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt);
// A date is a day of the company's calendar, not an instant: keep its text.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Kysely over one connection. Modules narrow it to their own tables: `tx.db.withTables<LedgerTables>()`. */
// oxlint-disable-next-line no-empty-object-type -- the kernel knows no tables; each module adds its own
export type Queries = Kysely<{}>;

export interface Connection {
  readonly client: pg.PoolClient;
  readonly queries: Queries;
  release(broken?: boolean): void;
}

export interface Database {
  /** A connection of the application role; the caller must release it. */
  connect(): Promise<Connection>;
  close(): Promise<void>;
}

/** Opens a pool as the application role (`mosty_app`). `connections` is per process. */
export function openPool(appUrl: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: appUrl,
    max: connections,
    statement_timeout: 120_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'mosty',
  });
  // An idle connection that breaks (database restarted) is simply replaced by the pool.
  pool.on('error', () => {});
  // One that breaks between two statements of its borrower tells nobody by itself, and would end the process: the
  // borrower's next statement fails and says so.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const known = new WeakMap<pg.PoolClient, Queries>();

  return {
    async connect() {
      const client = await pool.connect();
      let queries = known.get(client);
      if (!queries) {
        queries = overClient(client);
        known.set(client, queries);
      }
      return { client, queries, release: (broken = false) => client.release(broken) };
    },
    close: () => pool.end(),
  };
}

/** A query builder bound to one client, so that all of its statements run in the transaction opened there. */
function overClient(client: pg.PoolClient): Queries {
  // Not Object.create(client): the driver keeps its queue on `this`, and would then keep two of them.
  const borrowed = new Proxy(client, {
    get(target, name) {
      if (name === 'release') return () => {};
      if (name === 'query')
        return (text: string, values: readonly unknown[]) => target.query(text, values.map(written));
      const found: unknown = Reflect.get(target, name, target);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
  return new Kysely({
    dialect: new PostgresDialect({
      pool: { options: {}, connect: async () => borrowed, end: async () => {} },
    }),
  });
}

function written(value: unknown): unknown {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? arrayLiteral(value) : value;
}
