import { rmSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace } from '@mosty/identity';
import { rebuildRollups } from '@mosty/insight';
import { insightRoutes } from '@mosty/insight/http';
import type { Context } from '@mosty/kernel/context';
import { migrate, openPool, refreshStatistics } from '@mosty/kernel/db';
import { randomIds } from '@mosty/kernel/id';
import { systemClock } from '@mosty/kernel/time';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { writeFacts } from './owner-page/facts.ts';

const SCALE = {
  sales: Number(process.env['SALES'] ?? 1_000_000),
  clients: Number(process.env['CLIENTS'] ?? 200_000),
  partners: Number(process.env['PARTNERS'] ?? 100_000),
  days: 900,
};
const ROUNDS = 20;
const GOAL_MS = 300;
const REPORTS = [
  'readFirstSale',
  'readEarlyResult',
  'readSurvival',
  'readSteady',
  'readEffort',
  'readTrustBands',
] as const;

/**
 * The reports on the life of partners at a hundred thousand partners and a million sales: each whole answer as the
 * server gives it (rights, transaction, row level security, checked and serialised).
 */
const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  const pool = openPool(opened.appUrl, 1);
  const ctx = await createWorkspace(
    pool,
    { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
    { clock: systemClock, ids: randomIds },
  );
  await took('facts written', () => writeFacts(opened.ownerUrl, ctx.workspaceId, SCALE));
  await took('roll-ups built', () => rebuildRollups(ctx));
  await refreshStatistics(pool);
  const p95: Record<string, number> = {};
  for (const id of REPORTS) {
    const times: number[] = [];
    for (let round = -2; round < ROUNDS; round += 1) {
      const time = await milliseconds(async () => JSON.stringify(await ask(ctx, id)));
      if (round >= 0) times.push(time);
    }
    p95[id] = Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? 0);
  }
  await pool.close();
  console.log(
    JSON.stringify({
      name: 'reports',
      p95,
      goal: `p95 of each answer < ${GOAL_MS} ms`,
      met: Object.values(p95).every((time) => time < GOAL_MS),
      ...SCALE,
    }),
  );
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** As the server does it: the handler, the answer checked by its shape. */
async function ask(ctx: Context, id: string): Promise<unknown> {
  const route = insightRoutes.find((one) => one.operation.id === id);
  if (!route) throw new Error(`no operation ${id}`);
  const { operation, handle } = route;
  const request = {
    params: {},
    query: operation.query.parse({}),
    body: undefined,
    remoteAddress: '',
    origin: 'http://localhost',
    headers: {},
  };
  return operation.answer.parse(await handle(ctx, request));
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

async function took(what: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`${what}: ${((await milliseconds(work)) / 1000).toFixed(1)} s`);
}
