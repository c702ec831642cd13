import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from './database/process-identity.ts';
import { enter, freePort, isReady, launch, untilReady, type Owner, type Program } from './start.fixture.ts';

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;
const CLI = path.join(import.meta.dirname, 'cli.ts');

const root = mkdtempSync(path.join(tmpdir(), 'mosty start «дом» '));
chmodSync(root, 0o755);
/** Grown by one test after another: an installation that lives through everything. */
const dataDir = path.join(root, 'данные компании');
const started: Program[] = [];

async function stopAll(): Promise<void> {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
}

afterEach(stopAll, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(folder = dataDir, more: Parameters<typeof launch>[2] = {}): Promise<Program> {
  const port = Number(more.env?.['PORT'] ?? (await freePort()));
  const program = launch(folder, port, {
    ...more,
    env: { MOSTY_PUBLIC_URL: `http://127.0.0.1:${port}`, ...more.env },
  });
  started.push(program);
  return program;
}

async function running(folder = dataDir): Promise<Program> {
  return untilReady(await run(folder));
}

function postmaster(folder: string): number | undefined {
  const file = path.join(folder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function doctor(folder: string): string {
  const env = { ...process.env, MOSTY_DATA_DIR: folder };
  return spawnSync(process.execPath, [CLI, 'doctor'], { env, encoding: 'utf8' }).stdout;
}

beforeAll(async () => {
  const first = await running();
  await enter(first);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  started.length = 0;
}, 90_000);

describe('npm start', { timeout: 90_000 }, () => {
  test('begins again in a folder with spaces and Cyrillic, and leaves nothing running', async () => {
    const program = await running();
    const pid = postmaster(dataDir);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(pid === undefined || isAlive(pid)).toBe(false);
  });

  test('names a port that is taken and what to do, ends with a failure and stops its database', async () => {
    const squatter = createServer().listen(await freePort(), '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      const program = await run(dataDir, { env: { PORT: String(port) } });
      expect(await program.ended).toBe(1);
      expect(program.said()).toContain(`Port ${port} is taken`);
      expect(program.said()).toContain(`PORT=${port + 1}`);
      expect(program.said()).not.toContain('    at ');
      expect(postmaster(dataDir)).toBeUndefined();
    } finally {
      squatter.close();
    }
  });

  test('refuses a second program on the same data in clear words, and the first works on', async () => {
    const first = await running();
    const second = await run();
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`process ${first.child.pid}`);
    expect(second.said()).toContain('MOSTY_DATA_DIR');
    expect(second.said()).not.toContain('    at ');
    expect(await isReady(first)).toBe(true);
  });

  test('stops at a wrong setting before anything is touched', async () => {
    const nowhere = path.join(root, 'untouched');
    const program = await run(nowhere, { env: { MOSTY_PROXIES: 'many' } });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('MOSTY_PROXIES must be');
    expect(existsSync(nowhere)).toBe(false);
  });

  test('names a data folder that cannot be written', async () => {
    const closed = path.join(root, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    const program = await run(path.join(closed, 'data'), IS_ROOT ? { uid: NOBODY } : {});
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain(closed);
    expect(program.said()).toContain('MOSTY_DATA_DIR');
    expect(program.said()).not.toContain('    at ');
  });

  test('loses nothing it acknowledged to kill -9 of itself and of its database, and the journal is whole', async () => {
    const first = await running();
    const owner = await enter(first);
    const kept: string[] = [];
    const writing = write(owner, kept);
    await expect.poll(() => kept.length, { timeout: 20_000 }).toBeGreaterThan(20);
    process.kill(postmaster(dataDir) ?? 0, 'SIGKILL');
    first.child.kill('SIGKILL');
    await writing;
    const again = await enter(await running());
    const there = await Promise.all(kept.map((id) => again.hasClient(id)));
    expect(there.filter((one) => !one)).toEqual([]);
    const found = doctor(dataDir);
    expect(found).toMatch(/ok {3}Journal of .* in an unbroken chain/);
    expect(found).not.toMatch(/BAD {2}(Journal|Ledger|Reactions)/);
  });

  test.runIf(canMount())(
    'refuses writes in words while the disk is full, and works on by itself when there is space again',
    async () => {
      const disk = path.join(root, 'disk');
      mkdirSync(disk);
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=480m', 'tmpfs', disk]);
      try {
        const program = await running(disk);
        const owner = await enter(program);
        const kept: string[] = [];
        for (let place = 0; place < 5; place += 1) kept.push((await owner.addClient(`До ${place}`)).id ?? '');
        const ballast = path.join(disk, 'ballast');
        spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=64k'], { stdio: 'ignore' });
        await expect.poll(() => isReady(program), { timeout: 5_000 }).toBe(false);
        // Space set aside for the log of changes is written first: thousands of writes may still be kept.
        const refused = await untilRefused(owner, kept);
        expect(refused.status, program.said()).toBe(503);
        expect(refused.said).toContain('database.unreachable');
        rmSync(ballast);
        await expect.poll(() => isReady(program), { timeout: 30_000, interval: 250 }).toBe(true);
        expect((await owner.addClient('После')).status).toBe(201);
        const there = await Promise.all(kept.map((id) => owner.hasClient(id)));
        expect(there.filter((one) => !one)).toEqual([]);
      } finally {
        await stopAll();
        spawnSync('umount', [disk]);
      }
    },
  );
});

/** Until the program is gone. */
async function write(owner: Owner, kept: string[]): Promise<void> {
  try {
    for (let place = 0; ; place += 1) {
      const { id } = await owner.addClient(`Клиент ${place}`);
      if (id !== undefined) kept.push(id);
    }
  } catch {
    // The connection broke: it was killed.
  }
}

async function untilRefused(owner: Owner, kept: string[]): Promise<{ status: number; said: string }> {
  const long = 'ж'.repeat(180);
  for (let place = 0; place < 4_000; place += 1) {
    const answer = await owner.addClient(`${place} ${long}`);
    if (answer.id === undefined) return answer;
    kept.push(answer.id);
  }
  throw new Error('a full disk was never noticed');
}

function canMount(): boolean {
  if (!IS_ROOT) return false;
  const probe = mkdtempSync(path.join(tmpdir(), 'mosty-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe]).status === 0;
  if (mounted) spawnSync('umount', [probe]);
  rmSync(probe, { recursive: true, force: true });
  return mounted;
}
