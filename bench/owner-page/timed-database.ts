import type { Connection, Database } from '@mosty/kernel/db';

type Query = (...given: unknown[]) => unknown;

/**
 * A database whose statements are timed. A statement's time in the database is what it took less an empty statement
 * over the same connection: what is left is parsing, planning, running and sending its rows.
 */
export function timedDatabase(database: Database) {
  const taken = new Map<string, number[]>();
  const patched = new WeakSet<object>();
  let total = 0;
  let statements = 0;
  let last: Connection['client'] | null = null;

  function watch(client: Connection['client']): void {
    last = client;
    if (patched.has(client)) return;
    patched.add(client);
    const query = client.query.bind(client) as Query;
    client.query = ((...given: unknown[]) => {
      const begin = performance.now();
      const answer = query(...given);
      if (!(answer instanceof Promise)) return answer;
      return answer.finally(() => {
        const time = performance.now() - begin;
        total += time;
        statements += 1;
        const text = String(typeof given[0] === 'string' ? given[0] : (given[0] as { text?: string }).text);
        const label = text.replace(/\s+/g, ' ').trim().slice(0, 110);
        taken.set(label, [...(taken.get(label) ?? []), time]);
      });
    }) as typeof client.query;
  }

  return {
    database: {
      async connect() {
        const connection = await database.connect();
        watch(connection.client);
        return connection;
      },
      close: () => database.close(),
    } satisfies Database,
    start(): void {
      total = 0;
      statements = 0;
    },
    /** Milliseconds in the database since `start`. */
    async stop(): Promise<number> {
      const [time, count] = [total, statements];
      const begin = performance.now();
      for (let turn = 0; turn < 10; turn += 1) await last?.query('');
      const empty = (performance.now() - begin) / 10;
      return Math.max(0, time - empty * count);
    },
    /** The slowest statements by their median. */
    slowest(count: number): [string, number][] {
      const medians = [...taken].map(([text, times]): [string, number] => [
        text,
        times.sort((a, b) => a - b)[times.length >> 1] ?? 0,
      ]);
      return medians.sort((a, b) => b[1] - a[1]).slice(0, count);
    },
  };
}
