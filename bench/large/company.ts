import { rmSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace, type Person } from '@mosty/identity';
import { rebuildRollups } from '@mosty/insight';
import type { Context } from '@mosty/kernel/context';
import { migrate, openPool, refreshStatistics } from '@mosty/kernel/db';
import type { Served } from '@mosty/kernel/http';
import { randomIds } from '@mosty/kernel/id';
import { systemClock } from '@mosty/kernel/time';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { openRawSql } from '../owner-page/raw-sql.ts';
import { idAt, writeFacts, type Scale } from './facts.ts';

const from = (name: string, usual: number): number => Number(process.env[name] ?? usual);

export const SCALE: Scale = {
  partners: from('PARTNERS', 100_000),
  sales: from('SALES', 1_000_000),
  clicks: from('CLICKS', 10_000_000),
  clients: from('CLIENTS', 200_000),
  managers: 20,
  days: 540,
};

export interface Large {
  /** As the program itself. */
  readonly program: Context;
  /** The owner's figures straight from the facts. */
  readonly raw: Awaited<ReturnType<typeof openRawSql>>;
  as(role: Person['role'], memberPlace?: number): Context;
}

/** Opens a company of the largest size in a database of its own, its roll-ups built, and takes all away after. */
export async function withLargeCompany(work: (large: Large) => Promise<void>): Promise<void> {
  const folder = temporaryFolder('mosty-bench-');
  const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
  try {
    await migrate(opened.ownerUrl);
    const pool = openPool(opened.appUrl, 2);
    const program = await createWorkspace(
      pool,
      { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
      { clock: systemClock, ids: randomIds },
    );
    await took('facts written', () => writeFacts(opened.ownerUrl, program.workspaceId, SCALE));
    await took('roll-ups built', () => rebuildRollups(program));
    await refreshStatistics(pool);
    const raw = await openRawSql(opened.ownerUrl);
    const large: Large = {
      program,
      raw,
      as: (role, memberPlace = 1) => ({
        ...program,
        actor: {
          type: 'person',
          id: idAt('mem', memberPlace) as Person['id'],
          role,
          partnerId: null,
          moneyGranted: true,
        },
      }),
    };
    // A connection left open would be what is told of, in place of the fault.
    await work(large).finally(() => Promise.all([raw.close(), pool.close()]));
  } finally {
    await opened.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the server does it: the query parsed, the handler, the answer checked by its shape and serialised. */
export async function ask({ operation, handle }: Served, ctx: Context, query: unknown = {}): Promise<number> {
  const begin = performance.now();
  const request = {
    params: {},
    query: operation.query.parse(query),
    body: undefined,
    remoteAddress: '',
    origin: 'http://localhost',
    headers: {},
  };
  JSON.stringify(operation.answer.parse(await handle(ctx, request)), (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return performance.now() - begin;
}

export async function took<T>(what: string, work: () => Promise<T>): Promise<number> {
  const begin = performance.now();
  await work();
  const time = performance.now() - begin;
  console.log(`${what}: ${(time / 1000).toFixed(2)} s`);
  return time;
}

/** Of the times, in milliseconds with two digits. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
  );
}
