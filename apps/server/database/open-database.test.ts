import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { isAlive } from './process-identity.ts';
import { openDatabase, type OpenedDatabase } from './open-database.ts';
import { StartFailure } from './start-failure.ts';

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;
const HOLD = path.join(import.meta.dirname, 'hold.fixture.ts');

/** Spaces and letters beyond ASCII, as in a folder somebody really has. */
const root = mkdtempSync(path.join(tmpdir(), 'mosty data «дом» '));
chmodSync(root, 0o755);
const opened: OpenedDatabase[] = [];
const started: ChildProcess[] = [];
const used = path.join(root, 'used');
let folders = 0;

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const database of opened.splice(0)) await database.stop('immediate');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function newFolder(): string {
  folders += 1;
  return path.join(root, `folder ${folders}`);
}

/** A copy of data made once: most tests begin after the first start. */
async function usedFolder(): Promise<string> {
  if (!existsSync(used)) await (await open(used)).stop();
  const folder = newFolder();
  cpSync(used, folder, { recursive: true });
  return folder;
}

async function open(dataDir: string, more: Partial<Parameters<typeof openDatabase>[0]> = {}) {
  const heard: string[] = [];
  const database = await openDatabase({ dataDir, log: (line) => heard.push(line), ...more });
  opened.push(database);
  return { ...database, heard };
}

async function ask<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartFailure);
  return (error as StartFailure).message;
}

/** Another process with the folder open; as an ordinary user when we are root and `asUser` is set. */
async function holder(dataDir: string, asUser = false) {
  const child = spawn(process.execPath, [HOLD, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(asUser && { uid: NOBODY, gid: NOBODY }),
  });
  started.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const { ownerUrl, refused } = JSON.parse(line) as { ownerUrl?: string; refused?: string };
  return { child, pid: child.pid ?? 0, ownerUrl: ownerUrl ?? '', refused };
}

async function kill9(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

function postmaster(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('the embedded PostgreSQL', () => {
  test('is made on the first start and found again on the second, quickly, in a path with spaces', async () => {
    const dataDir = newFolder();
    const first = await open(dataDir);
    await ask(first.ownerUrl, 'CREATE TABLE kept (what text); INSERT INTO kept VALUES (1)');
    const [state] = await ask<Record<string, string>>(
      first.ownerUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
              current_setting('listen_addresses') AS listens, current_setting('password_encryption') AS passwords,
              (SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()) AS locale,
              (SELECT string_agg(letter, '' ORDER BY letter) FROM unnest(ARRAY['ж','ё','е']) letter) AS sorted`,
    );
    expect(state).toEqual({
      fsync: 'on',
      encoding: 'UTF8',
      listens: '127.0.0.1',
      passwords: 'scram-sha-256',
      locale: 'iru',
      sorted: 'еёж',
    });
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await first.stop();

    const began = performance.now();
    const second = await open(dataDir);
    // 0.25 s on two idle cores; the promise of a start under ten seconds must hold on busy ones too.
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(second.port).toBe(first.port);
    expect(await ask(second.ownerUrl, 'SELECT * FROM kept')).toHaveLength(1);
  });

  test('lets the application in as a role that owns nothing and is not above row level security', async () => {
    const database = await open(await usedFolder());
    const [role] = await ask(
      database.appUrl,
      'SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user',
    );
    expect(role).toEqual({
      rolname: 'mosty_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    const wrong = database.appUrl.replace(/:[^:@/]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow('password');
  });

  test('a second process on the same folder is refused by a message naming the folder and the process', async () => {
    const dataDir = await usedFolder();
    const first = await holder(dataDir);
    const message = await refusal(open(dataDir));
    expect(message).toContain(dataDir);
    expect(message).toContain(`process ${first.pid}`);
    // The refused one must not have disturbed the first.
    expect(await ask(first.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const joined = await open(dataDir, { join: true });
    expect(joined.joined).toBe(true);
    await joined.stop();
    expect(await ask(first.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('of several that start at once exactly one gets the folder', async () => {
    const dataDir = await usedFolder();
    const all = await Promise.all([1, 2, 3].map(() => holder(dataDir)));
    expect(all.filter((it) => it.refused === undefined)).toHaveLength(1);
    expect(all.filter((it) => it.refused?.includes(dataDir))).toHaveLength(2);
  });

  test('after kill -9 of the program what was committed is there and what was not is gone', async () => {
    const dataDir = await usedFolder();
    const first = await holder(dataDir);
    await ask(first.ownerUrl, 'CREATE TABLE money (id int); INSERT INTO money VALUES (1)');
    const open2 = new pg.Client({ connectionString: first.ownerUrl });
    open2.on('error', () => {});
    await open2.connect();
    await open2.query('BEGIN; INSERT INTO money VALUES (2)');
    await kill9(first.child);
    expect(isAlive(postmaster(dataDir))).toBe(true);

    const second = await open(dataDir);
    expect(second.heard.join('\n')).toContain('left running');
    expect(await ask(second.ownerUrl, 'SELECT id FROM money')).toEqual([{ id: 1 }]);
  });

  test('after the power went for both, the program and the database, the next start recovers by itself', async () => {
    const dataDir = await usedFolder();
    const first = await holder(dataDir);
    await ask(first.ownerUrl, 'CREATE TABLE money (id int); INSERT INTO money VALUES (1)');
    await kill9(first.child);
    process.kill(postmaster(dataDir), 'SIGKILL');
    const second = await open(dataDir);
    expect(await ask(second.ownerUrl, 'SELECT id FROM money')).toEqual([{ id: 1 }]);
  });

  test('a number in postmaster.pid that belongs to another program by now does not stop the start', async () => {
    const dataDir = await usedFolder();
    const first = await open(dataDir);
    await first.stop();
    writeFileSync(
      path.join(dataDir, 'postgres/postmaster.pid'),
      `${process.pid}\n${dataDir}\n1\n1\n\n\n1 1\nready\n`,
    );
    const second = await open(dataDir);
    expect(await ask(second.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('a database that crashes is started again under the same address', async () => {
    const dataDir = await usedFolder();
    const database = await open(dataDir);
    await ask(database.ownerUrl, 'CREATE TABLE money (id int); INSERT INTO money VALUES (1)');
    process.kill(postmaster(dataDir), 'SIGKILL');
    await expect
      .poll(() => ask(database.ownerUrl, 'SELECT id FROM money').catch(() => null), { timeout: 15_000 })
      .toEqual([{ id: 1 }]);
    expect(database.heard.join('\n')).toContain('starting it again');
  });

  test('ends with the program that opened it, and the folder is free again', async () => {
    const dataDir = await usedFolder();
    const first = await holder(dataDir);
    const pid = postmaster(dataDir);
    const gone = new Promise((resolve) => first.child.once('exit', resolve));
    first.child.kill('SIGTERM');
    expect(await gone).toBe(0);
    expect(isAlive(pid)).toBe(false);
    await open(dataDir);
  });

  test('moves to another port when something else has taken its own', async () => {
    const dataDir = await usedFolder();
    const first = await open(dataDir);
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    try {
      await sleep(50);
      const second = await open(dataDir);
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });
});

describe('the start is refused by a message that names the thing', () => {
  test('data without their passwords', async () => {
    const dataDir = newFolder();
    mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    expect(await refusal(open(dataDir))).toContain('secrets.json');
  });

  test('data of another version of PostgreSQL', async () => {
    const dataDir = newFolder();
    mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(path.join(dataDir, 'postgres/PG_VERSION'), '15\n');
    const passwords = { ownerPassword: 'x'.repeat(32), appPassword: 'y'.repeat(32) };
    writeFileSync(path.join(dataDir, 'secrets.json'), JSON.stringify(passwords));
    expect(await refusal(open(dataDir))).toContain('PostgreSQL 15');
  });

  test('a file where the folder should be', async () => {
    const dataDir = newFolder();
    writeFileSync(dataDir, '');
    expect(await refusal(open(dataDir))).toContain(dataDir);
  });

  test('a wrong setting of the administrator', async () => {
    const dataDir = await usedFolder();
    writeFileSync(path.join(dataDir, 'postgres.conf'), 'work_memory = 1GB\n');
    expect(await refusal(open(dataDir))).toContain('work_memory');
  });

  test.runIf(IS_ROOT)('a folder where an ordinary user may not write', async () => {
    const dataDir = newFolder();
    mkdirSync(dataDir, { mode: 0o755 });
    const { refused } = await holder(dataDir, true);
    expect(refused).toContain(dataDir);
    expect(refused).toContain('permission');
  });

  test.runIf(canMount())('a full disk', async () => {
    const dataDir = newFolder();
    mkdirSync(dataDir);
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', dataDir]);
    try {
      const database = await open(dataDir);
      await database.stop();
      spawnSync('dd', ['if=/dev/zero', `of=${path.join(dataDir, 'ballast')}`, 'bs=1M']);
      const message = await refusal(open(dataDir));
      expect(message).toContain(dataDir);
      expect(message).toMatch(/is full|almost full/);
    } finally {
      spawnSync('umount', [dataDir]);
    }
  });
});

describe('as another user', () => {
  test.runIf(IS_ROOT)('an ordinary user runs it under his own name', async () => {
    const dataDir = newFolder();
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY, NOBODY);
    const { ownerUrl, child } = await holder(dataDir, true);
    expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(NOBODY);
    await kill9(child);
    // Root opens the same folder afterwards, and still as its owner.
    const database = await open(dataDir);
    expect(await ask(database.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(path.join(dataDir, 'postgres')).uid).toBe(NOBODY);
  });

  test.runIf(IS_ROOT)(
    'root with a data folder that is closed to all others keeps the database in an open place',
    async () => {
      const closed = newFolder();
      mkdirSync(closed, { mode: 0o700 });
      const dataDir = path.join(closed, 'data');
      const database = await open(dataDir);
      try {
        expect(database.place).not.toContain(closed);
        expect(database.heard.join('\n')).toContain(database.place);
        await database.stop();
        const again = await open(dataDir);
        expect(again.place).toBe(database.place);
        await again.stop();
      } finally {
        rmSync(database.place, { recursive: true, force: true });
      }
    },
  );
});

describe('an outside PostgreSQL (DATABASE_URL)', () => {
  test('gets the role of the application, with a password kept in the data folder', async () => {
    const server = await open(await usedFolder());
    await ask(server.ownerUrl, 'DROP ROLE mosty_app');
    const dataDir = newFolder();
    const outside = await open(dataDir, { databaseUrl: server.ownerUrl });
    expect(outside.embedded).toBe(false);
    expect(await ask(outside.appUrl, 'SELECT current_user AS me')).toEqual([{ me: 'mosty_app' }]);
    await outside.stop();
    const again = await open(dataDir, { databaseUrl: server.ownerUrl });
    expect(again.appUrl).toBe(outside.appUrl);

    // Another installation must not change the password under the first one.
    expect(await refusal(open(newFolder(), { databaseUrl: server.ownerUrl }))).toContain('DATABASE_APP_URL');
    const told = await open(newFolder(), { databaseUrl: server.ownerUrl, databaseAppUrl: outside.appUrl });
    expect(told.appUrl).toBe(outside.appUrl);

    const above = open(newFolder(), { databaseUrl: server.ownerUrl, databaseAppUrl: server.ownerUrl });
    expect(await refusal(above)).toContain('row level security');

    await ask(server.ownerUrl, `CREATE ROLE modest LOGIN PASSWORD 'm'; DROP ROLE mosty_app`);
    const modest = server.ownerUrl.replace(/\/\/.*@/, '//modest:m@');
    expect(await refusal(open(newFolder(), { databaseUrl: modest }))).toContain('may not create roles');
  });

  test('that does not answer is named without its password', async () => {
    const message = await refusal(open(newFolder(), { databaseUrl: 'postgres://me:hidden@127.0.0.1:9/x' }));
    expect(message).toContain('127.0.0.1:9');
    expect(message).not.toContain('hidden');
  });
});

function canMount(): boolean {
  if (!IS_ROOT) return false;
  const probe = mkdtempSync(path.join(tmpdir(), 'mosty-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  rmSync(probe, { recursive: true, force: true });
  return mounted;
}
