import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWorkspace } from '@mosty/identity';
import { rebuildRollups, refreshRollups } from '@mosty/insight';
import { insightRoutes } from '@mosty/insight/http';
import type { Context } from '@mosty/kernel/context';
import { migrate, openPool, refreshStatistics, type Database } from '@mosty/kernel/db';
import { randomIds } from '@mosty/kernel/id';
import { businessDateOf, systemClock } from '@mosty/kernel/time';
import { openDatabase } from '@mosty/server/database';
import { writeFacts } from './owner-page/facts.ts';
import { openRawSql } from './owner-page/raw-sql.ts';
import { timedDatabase } from './owner-page/timed-database.ts';

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
 * row level security, checked and serialised), and the time of it that passes in the database. Beside it the same
 * figures straight from the facts, in the same minute.
 */
export default async function ownerPage(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mosty-bench-'));
  const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
  try {
    await migrate(opened.ownerUrl);
    const pool = openPool(opened.appUrl, 2);
    const ctx = await createWorkspace(
      pool,
      { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
      { clock: systemClock, ids: randomIds },
    );
    await took('facts written', () => writeFacts(opened.ownerUrl, ctx.workspaceId, SCALE));
    await took('roll-ups built', () => rebuildRollups(ctx));
    await refreshStatistics(pool);
    const raw = await openRawSql(opened.ownerUrl, ctx.workspaceId);
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
  const timed = timedDatabase(pool);
  const reader = { ...ctx, database: timed.database };
  const page = async () => void JSON.stringify(await ask(reader, 'readChannel', {}));
  const rows = async () =>
    void JSON.stringify(await ask(reader, 'openNumber', { class: 'partner_sales' }, { metric: 'paid' }));
  for (let warm = 0; warm < 5; warm += 1) await page();
  const seen: Seen = { whole: [], inDatabase: [], rows: [], reference: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    timed.start();
    const begin = performance.now();
    await page();
    seen.whole.push(performance.now() - begin);
    seen.inDatabase.push(await timed.stop());
    seen.rows.push(await milliseconds(rows));
    if (round % REFERENCE_EVERY === 0) seen.reference.push(await reference());
  }
  for (const [text, time] of timed.slowest(12)) console.log(`  ${time.toFixed(2)} ms  ${text}`);
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

if (import.meta.main) await ownerPage();
