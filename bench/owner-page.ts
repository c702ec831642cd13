import { rmSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace } from '@mosty/identity';
import { rebuildRollups, refreshRollups } from '@mosty/insight';
import { insightRoutes } from '@mosty/insight/http';
import type { Context } from '@mosty/kernel/context';
import { migrate, openPool, refreshStatistics, type Database } from '@mosty/kernel/db';
import { randomIds } from '@mosty/kernel/id';
import { businessDateOf, systemClock } from '@mosty/kernel/time';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { backendClock } from './owner-page/backend-clock.ts';
import { writeFacts } from './owner-page/facts.ts';
import { openRawSql } from './owner-page/raw-sql.ts';

const SCALE = {
  sales: Number(process.env['SALES'] ?? 1_000_000),
  clients: 200_000,
  partners: 500,
  days: 540,
};
const ROUNDS = 60;
const REFERENCE_EVERY = 12;

/**
 * The owner's page over a million sales, from roll-ups: the whole answer as the server gives it (rights, transaction,
 * row level security, checked and serialised), and the processor time of it in the database. Beside it the same
 * figures straight from the facts, in the same minute.
 */
async function ownerPage(): Promise<void> {
  const folder = temporaryFolder('mosty-bench-');
  const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
  try {
    await migrate(opened.ownerUrl);
    // One connection, so that it is known whose processor time to read.
    const pool = openPool(opened.appUrl, 1);
    const ctx = await createWorkspace(
      pool,
      { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
      { clock: systemClock, ids: randomIds },
    );
    await took('facts written', () => writeFacts(opened.ownerUrl, ctx.workspaceId, SCALE));
    await took('roll-ups built', () => rebuildRollups(ctx));
    await refreshStatistics(pool);
    const raw = await openRawSql(opened.ownerUrl);
    const seen = await measure(ctx, pool, () => raw.page());
    const today = businessDateOf(new Date(), ctx.zone);
    const refreshed = await took('one day refreshed', () => refreshRollups(ctx, { days: [today] }));
    await raw.close();
    await pool.close();
    report(seen, refreshed);
  } finally {
    await opened.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Seen {
  readonly whole: number[];
  readonly inDatabase: number[];
  readonly rows: number[];
  readonly reference: number[];
}

async function measure(ctx: Context, pool: Database, reference: () => Promise<number>): Promise<Seen> {
  const page = async () => void JSON.stringify(await ask(ctx, 'readChannel', {}));
  const rows = async () =>
    void JSON.stringify(await ask(ctx, 'openNumber', { class: 'partner_sales' }, { metric: 'paid' }));
  const connection = await pool.connect();
  const clock = backendClock(connection.client);
  connection.release();
  for (let warm = 0; warm < 10; warm += 1) await page();
  const seen: Seen = { whole: [], inDatabase: [], rows: [], reference: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = clock.now();
    seen.whole.push(await milliseconds(page));
    seen.inDatabase.push(clock.now() - before);
    seen.rows.push(await milliseconds(rows));
    if (round % REFERENCE_EVERY === 0) seen.reference.push(await reference());
  }
  return seen;
}

/** As the server does it: the handler, the answer checked by its shape. */
async function ask(ctx: Context, id: string, query: unknown, params: unknown = {}): Promise<unknown> {
  const route = insightRoutes.find((one) => one.operation.id === id);
  if (!route) throw new Error(`no operation ${id}`);
  const { operation, handle } = route;
  const request = {
    params,
    query: operation.query.parse(query),
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

async function took(what: string, work: () => Promise<unknown>): Promise<number> {
  const time = await milliseconds(work);
  console.log(`${what}: ${(time / 1000).toFixed(2)} s`);
  return time;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(seen: Seen, refreshedMs: number): void {
  const round = (value: number) => Math.round(value * 100) / 100;
  const ours = percentile(seen.inDatabase, 0.5);
  const reference = percentile(seen.reference, 0.5);
  const wholeP95 = percentile(seen.whole, 0.95);
  console.log(
    JSON.stringify({
      name: 'owner-page',
      ours: round(ours),
      reference: round(reference),
      ratio: round(ours / reference),
      goal: '≤ 5 ms in the database, p95 of the whole answer < 100 ms',
      met: ours <= 5 && wholeP95 < 100,
      wholeP50: round(percentile(seen.whole, 0.5)),
      wholeP95: round(wholeP95),
      rowsP95: round(percentile(seen.rows, 0.95)),
      refreshDayMs: round(refreshedMs),
      sales: SCALE.sales,
    }),
  );
}

await ownerPage();
