import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemContext } from '@mosty/identity';
import { look, migrate, transact } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { createLink, openRedirect, rebuildClickDays, setLinkSettings } from '@mosty/tracking';
import { seededRandom, testWorkspace, type World } from '@mosty/testkit';
import { smallCompany } from '../api/company.ts';

/** performance.md: of clicks that were answered none is lost and none is there twice, whatever is killed. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 6);
const CALLERS = 16;
const SEED = 23;
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

const folder = temporaryFolder('mosty-clicks-');
const dataDir = path.join(folder, 'data');
const clicks = path.join(folder, 'clicks');
let opened: Awaited<ReturnType<typeof openDatabase>>;
let world: World;

// A database of its own, with every safeguard of a real one: the one tests share forgets what it was told when killed.
beforeAll(async () => {
  opened = await openDatabase({ dataDir, log: () => {} });
  await migrate(opened.ownerUrl);
  world = await testWorkspace(opened, { startAt: new Date() });
  const { agreementIds } = await smallCompany(world, 'К');
  await setLinkSettings(world.contextOf('head'), {
    floorPpm: 0n,
    ourDiscountPpm: 0n,
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
  });
  await createLink(world.contextOf('manager'), {
    agreementId: agreementIds[0] as Parameters<typeof createLink>[1]['agreementId'],
    key: 'kill',
    destination: 'https://shop.example/',
  });
}, 120_000);
afterAll(async () => {
  await world?.close();
  await opened?.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
});

/** The id of the click that was promised; null when the answer did not come whole. */
function click(agent: Agent, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const asked = request({ port, agent, path: '/r/kill', headers: { 'user-agent': CHROME } }, (answer) => {
      answer.resume();
      answer.once('error', () => resolve(null));
      answer.once('end', () =>
        resolve(new URL(answer.headers.location ?? 'https://none.example').searchParams.get('mosty_click')),
      );
    });
    asked.once('error', () => resolve(null));
    asked.end();
  });
}

/** Clicks until the server is killed; in some rounds the database is killed before it. Answers what was promised. */
async function round(afterMs: number, alsoDatabase: boolean): Promise<string[]> {
  const worker = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'clicks-worker.ts'), opened.appUrl, clicks],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = (await Promise.race([
    once(worker.stdout, 'data'),
    once(worker, 'close').then(() => Promise.reject(new Error('it ended by itself'))),
  ])) as [Buffer];
  const port = Number(said.toString());
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const promised: string[] = [];
  let over = false;
  const callers = Array.from({ length: CALLERS }, async () => {
    while (!over) {
      const id = await click(agent, port);
      if (id !== null) promised.push(id);
    }
  });
  await sleep(afterMs / 2);
  if (alsoDatabase) process.kill(postmaster(), 'SIGKILL');
  await sleep(afterMs / 2);
  const dead = once(worker, 'close');
  worker.kill('SIGKILL');
  await dead;
  over = true;
  await Promise.all(callers);
  agent.destroy();
  return promised;
}

function postmaster(): number {
  return Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function untilDatabaseAnswers(): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await look(world.system, (tx) => sql`SELECT 1`.execute(tx.db));
      return;
    } catch (error) {
      if (attempt === 300) throw error;
      await sleep(100);
    }
  }
}

test(`${ROUNDS} × kill -9 of the redirect and of the database: every answered click is there, once`, {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const random = seededRandom(SEED);
  const promised: string[] = [];
  for (let number = 0; number < ROUNDS; number += 1) {
    promised.push(...(await round(200 + Math.floor(random() * 900), number % 2 === 1)));
    await untilDatabaseAnswers();
  }
  expect(promised.length).toBeGreaterThan(ROUNDS * CALLERS);
  const redirect = await openRedirect({
    database: world.database,
    contextOf: (workspace, job) => systemContext(world.database, workspace, job),
    folder: clicks,
    proxies: 0,
    https: false,
    onFault: (error) => expect(error).toBeUndefined(),
  });
  await redirect.load();
  await redirect.stop();
  const kept = await look(world.system, (tx) =>
    sql<{ id: string }>`SELECT id FROM tracking.click`.execute(tx.db),
  );
  const ids = new Set(kept.rows.map((row) => row.id));
  expect(kept.rows.length).toBe(ids.size);
  expect(promised.filter((id) => !ids.has(id))).toEqual([]);
  const days = () =>
    look(world.system, (tx) =>
      sql`SELECT link_id, day, verdict, clicks, visitors FROM tracking.click_day ORDER BY 1, 2, 3`.execute(
        tx.db,
      ),
    );
  const before = (await days()).rows;
  await transact(world.system, rebuildClickDays);
  expect((await days()).rows).toEqual(before);
  process.stdout.write(`kill -9 × ${ROUNDS}: ${promised.length} clicks answered, ${ids.size} kept\n`);
});
