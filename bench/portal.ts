import { rmSync } from 'node:fs';
import path from 'node:path';
import { createWorkspace, type Person } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { migrate, openPool, type Database } from '@mosty/kernel/db';
import { randomIds } from '@mosty/kernel/id';
import { systemClock } from '@mosty/kernel/time';
import { portalRoutes } from '@mosty/portal/http';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { backendClock } from './owner-page/backend-clock.ts';
import { idAt, writeFacts } from './portal/facts.ts';

const SCALE = { partners: Number(process.env['PARTNERS'] ?? 100_000), days: 40 };
const ROUNDS = 400;

/**
 * The partner's first page at a hundred thousand partners, each visit by another one: the whole answer as the server
 * gives it (rights, transaction, row level security, checked and serialised), and the processor time of it in the
 * database. Beside it the two look-ups of the frame (the partner, our person), in the same minute.
 */
const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  // One connection, so that it is known whose processor time to read.
  const pool = openPool(opened.appUrl, 1);
  const company = await createWorkspace(
    pool,
    { name: 'Bench', zone: 'Europe/Moscow', currency: 'RUB' },
    { clock: systemClock, ids: randomIds },
  );
  const begun = performance.now();
  await writeFacts(opened.ownerUrl, company.workspaceId, SCALE);
  console.log(`facts written: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  await report(pool, company);
  await pool.close();
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function report(pool: Database, company: Context): Promise<void> {
  const connection = await pool.connect();
  const clock = backendClock(connection.client);
  connection.release();
  const whole: number[] = [];
  const inDatabase: number[] = [];
  const frame: number[] = [];
  for (let round = -20; round < ROUNDS; round += 1) {
    // A prime step: neighbours in the tables are not visited one after another.
    const visitor = partnerOf(company, 1 + (((round + 20) * 7_919) % SCALE.partners));
    const before = clock.now();
    const took = await milliseconds(() => ask(visitor, 'getPortalHome'));
    const cpu = clock.now() - before;
    if (round < 0) continue;
    whole.push(took);
    inDatabase.push(cpu);
    frame.push(await milliseconds(() => ask(visitor, 'getPortalFrame')));
  }
  const p95 = percentile(whole, 0.95);
  console.log(
    JSON.stringify({
      name: 'portal',
      ours: p95,
      reference: percentile(frame, 0.95),
      ratio: Math.round((p95 / percentile(frame, 0.95)) * 100) / 100,
      goal: 'p95 of the whole answer < 100 ms',
      met: p95 < 100,
      wholeP50: percentile(whole, 0.5),
      inDatabaseP50: percentile(inDatabase, 0.5),
      partners: SCALE.partners,
    }),
  );
}

function partnerOf(company: Context, place: number): Context {
  const actor: Person = {
    type: 'person',
    id: idAt('mem', place) as Person['id'],
    role: 'partner_owner',
    partnerId: idAt('par', place) as NonNullable<Person['partnerId']>,
    moneyGranted: true,
  };
  return { ...company, actor };
}

/** As the server does it: the handler, the answer checked by its shape and serialised. */
async function ask(ctx: Context, id: string): Promise<void> {
  const route = portalRoutes.find((one) => one.operation.id === id);
  if (!route) throw new Error(`no operation ${id}`);
  const { operation, handle } = route;
  const request = {
    params: {},
    query: {},
    body: undefined,
    remoteAddress: '',
    origin: 'http://localhost',
    headers: {},
  };
  JSON.stringify(operation.answer.parse(await handle(ctx, request)));
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
  );
}
