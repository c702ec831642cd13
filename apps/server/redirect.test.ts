import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { createLink, setLinkSettings } from '@mosty/tracking';
import { ConfigError, readConfig } from './config.ts';
import { openRedirectIn } from './redirect.ts';
import { freePort } from './start.fixture.ts';

const CLI = path.join(import.meta.dirname, 'cli.ts');
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

const folder = mkdtempSync(path.join(tmpdir(), 'mosty-redirect-'));
let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database, { startAt: new Date() });
  await setLinkSettings(world.contextOf('head'), {
    floorPpm: 0n,
    ourDiscountPpm: 0n,
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
  });
  const partner = await createPartner(world.system, { name: 'Мост' });
  const day = businessDate('2026-01-12');
  const { id: agreementId } = await openAgreement(world.system, {
    partnerId: partner.id,
    class: 'partner_sales',
    kind: 'affiliate',
    startsOn: day,
    signedOn: day,
  });
  await createLink(world.contextOf('manager'), {
    agreementId,
    key: 'alone',
    destination: 'https://shop.example/',
  });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A way to the database that can be closed: whoever is on it is thrown off, and nobody gets on. */
async function wayTo(url: string): Promise<{ url: string; open(): void; shut(): void; end(): void }> {
  const there = new URL(url);
  const { hostname, port } = there;
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((near) => {
    if (!isOpen) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket
        .on('error', () => {})
        .on('close', () => {
          near.destroy();
          far.destroy();
          sockets.delete(socket);
        });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  there.hostname = '127.0.0.1';
  there.port = String((server.address() as AddressInfo).port);
  const shut = () => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: there.href,
    open: () => void (isOpen = true),
    shut,
    end: () => {
      shut();
      server.close();
    },
  };
}

/** `mosty redirect` by itself; answers where it can be asked, and ends with the test. */
async function redirectAlone(drill: TestContext, dataDir: string, env: Record<string, string>) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(MOSTY_|DATABASE_|SMTP_|PORT$)/.test(name),
  );
  const port = await freePort();
  const child = spawn(process.execPath, [CLI, 'redirect'], {
    env: { ...Object.fromEntries(inherited), PORT: String(port), MOSTY_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  drill.onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, ended, said: () => said, url: `http://127.0.0.1:${port}` };
}

async function until<T>(ask: () => Promise<T | false>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask().catch(() => false as const);
    if (answer !== false) return answer;
    if (attempt === 600) throw new Error('it did not come to pass');
    await sleep(100);
  }
}

/** The id of the click that was promised. */
async function click(url: string): Promise<string> {
  const answer = await fetch(`${url}/r/alone`, { redirect: 'manual', headers: { 'user-agent': CHROME } });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '').searchParams.get('mosty_click') ?? '';
}

const kept = async () => {
  const { rows } = await look(world.system, (tx) =>
    sql<{ id: string }>`SELECT id FROM tracking.click`.execute(tx.db),
  );
  return rows.map((row) => row.id).toSorted();
};

test('`mosty redirect` by itself answers, keeps clicks while the database is away, and brings each once, killed or not', {
  timeout: 120_000,
}, async (drill) => {
  const dataDir = path.join(folder, 'alone');
  const [owner, app] = [await wayTo(database.ownerUrl), await wayTo(database.appUrl)];
  drill.onTestFinished(() => {
    owner.end();
    app.end();
  });
  const env = { DATABASE_URL: owner.url, DATABASE_APP_URL: app.url };
  const first = await redirectAlone(drill, dataDir, env);
  await until(async () => (await fetch(`${first.url}/readyz`)).ok);
  expect((await fetch(`${first.url}/api/v1/me`)).status).toBe(404);
  const promised = [await click(first.url)];
  await until(async () => (await kept()).length === 1);

  app.shut();
  for (let number = 0; number < 20; number += 1) promised.push(await click(first.url));
  await sleep(1_500);
  expect(await kept()).toHaveLength(1);
  expect(readdirSync(path.join(dataDir, 'clicks-redirect', 'spool')).length).toBeGreaterThan(0);
  app.open();
  await until(async () => (await kept()).length === 21);

  app.shut();
  for (let number = 0; number < 20; number += 1) promised.push(await click(first.url));
  first.child.kill('SIGKILL');
  await first.ended;
  app.open();
  const second = await redirectAlone(drill, dataDir, env);
  await until(async () => (await kept()).length === 41);
  promised.push(await click(second.url));
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(await kept()).toEqual(promised.toSorted());
});

test('a MOSTY_GEOIP that is no file of countries stops the start by its name, and leaves the folder free', async () => {
  const dataDir = path.join(folder, 'geoip');
  const bad = path.join(folder, 'countries.mmdb');
  writeFileSync(bad, 'no countries here');
  const openWith = (env: Record<string, string>) =>
    openRedirectIn('clicks', readConfig({ MOSTY_DATA_DIR: dataDir, ...env }), world.database, () => {});
  for (const file of [bad, path.join(folder, 'none.mmdb')]) {
    const refused = await openWith({ MOSTY_GEOIP: file }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect((refused as Error).message).toContain(
      `MOSTY_GEOIP must be a file of MaxMind's format: ${file} is not`,
    );
  }
  const redirect = await openWith({});
  expect(redirect.ready()).toBe(true);
  await redirect.stop();
});

test('`mosty redirect` says so in a sentence and ends', { timeout: 60_000 }, async (drill) => {
  const alone = await redirectAlone(drill, path.join(folder, 'told'), {
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.appUrl,
    MOSTY_GEOIP: CLI,
  });
  expect(await alone.ended).toBe(1);
  expect(alone.said()).toContain(`MOSTY_GEOIP must be a file of MaxMind's format: ${CLI} is not`);
  expect(alone.said()).not.toContain('    at ');
});
