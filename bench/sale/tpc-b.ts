import pg from 'pg';

const SCALE = 10;

export interface TpcB {
  /** One transaction of pgbench's default script on the connection of this client. */
  transaction(client: number): Promise<void>;
  close(): Promise<void>;
}

/** pgbench's tables and its default («TPC-B (sort of)») script: five statements between BEGIN and COMMIT. */
export async function openTpcB(ownerUrl: string, clients: number): Promise<TpcB> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new pg.Client({ connectionString: ownerUrl });
      await connection.connect();
      return connection;
    }),
  );
  await fill(connections[0]);
  const below = (limit: number) => 1 + Math.floor(Math.random() * limit);
  return {
    async transaction(client) {
      const connection = connections[client];
      if (!connection) throw new Error(`there are ${clients} clients`);
      const [account, teller, branch] = [below(100_000 * SCALE), below(10 * SCALE), below(SCALE)];
      const delta = below(10_000) - 5_000;
      await connection.query('BEGIN');
      await connection.query('UPDATE pgbench_accounts SET abalance = abalance + $1 WHERE aid = $2', [
        delta,
        account,
      ]);
      await connection.query('SELECT abalance FROM pgbench_accounts WHERE aid = $1', [account]);
      await connection.query('UPDATE pgbench_tellers SET tbalance = tbalance + $1 WHERE tid = $2', [
        delta,
        teller,
      ]);
      await connection.query('UPDATE pgbench_branches SET bbalance = bbalance + $1 WHERE bid = $2', [
        delta,
        branch,
      ]);
      await connection.query(
        'INSERT INTO pgbench_history (tid, bid, aid, delta, mtime) VALUES ($1, $2, $3, $4, CURRENT_TIMESTAMP)',
        [teller, branch, account, delta],
      );
      await connection.query('COMMIT');
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.end()));
    },
  };
}

const TABLES = `
  CREATE TABLE pgbench_branches (bid int PRIMARY KEY, bbalance int, filler char(88));
  CREATE TABLE pgbench_tellers (tid int PRIMARY KEY, bid int, tbalance int, filler char(84));
  CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84));
  CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
  INSERT INTO pgbench_branches SELECT n, 0, '' FROM generate_series(1, ${SCALE}) n;
  INSERT INTO pgbench_tellers SELECT n, (n - 1) / 10 + 1, 0, '' FROM generate_series(1, ${10 * SCALE}) n;
  INSERT INTO pgbench_accounts SELECT n, (n - 1) / 100000 + 1, 0, '' FROM generate_series(1, ${100_000 * SCALE}) n`;

async function fill(connection: pg.Client | undefined): Promise<void> {
  await connection?.query(TABLES);
  await connection?.query('VACUUM ANALYZE');
}
