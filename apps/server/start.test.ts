import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { isAlive } from './database/process-identity.ts';
import { enter, freePort, isReady, launch, untilReady, type Owner, type Program } from './start.fixture.ts';

const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;
const CLI = path.join(import.meta.dirname, 'cli.ts');

const root = mkdtempSync(path.join(tmpdir(), 'mosty start «дом» '));
chmodSync(root, 0o755);
/** An installation with its company, made once and stopped: every drill that needs one has a copy of its own. */
const prepared = path.join(root, 'образец');

/** Reading the program's source again is half of a start. */
const COMPILED = { NODE_COMPILE_CACHE: path.join(root, 'compiled') };

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Ends it with the test, whatever became of it. */
async function run(
  drill: TestContext,
  folder: string,
  more: Parameters<typeof launch>[2] = {},
): Promise<Program> {
  const port = Number(more.env?.['PORT'] ?? (await freePort()));
  const program = launch(folder, port, {
    ...more,
    env: { ...COMPILED, MOSTY_PUBLIC_URL: `http://127.0.0.1:${port}`, ...more.env },
  });
  drill.onTestFinished(() => stop(program).then(() => undefined));
  return program;
}

function stop({ child, ended }: Program): Promise<number | null> {
  child.kill('SIGTERM');
  return ended;
}

async function running(drill: TestContext, folder: string): Promise<Program> {
  return untilReady(await run(drill, folder));
}

/** `cp` keeps whose the files are: the database of root runs as another user. */
async function copied(folder: string): Promise<string> {
  await command('cp', '-a', prepared, folder);
  // Several start at once: each looks for a port of its own.
  rmSync(path.join(folder, 'postgres.port'), { force: true });
  return folder;
}

/** Without waiting in the way of the drills beside it. */
function command(program: string, ...args: string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
}

function postmaster(folder: string): number | undefined {
  const file = path.join(folder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

beforeAll(async () => {
  const program = launch(prepared, await freePort(), { env: COMPILED });
  await enter(await untilReady(program));
  expect(await stop(program)).toBe(0);
}, 90_000);

describe.concurrent('npm start', { timeout: 150_000 }, () => {
  test('refuses a second program on the same data in clear words; the first works on and leaves nothing running', async (drill) => {
    const { expect } = drill;
    const folder = await copied(path.join(root, 'данные компании'));
    const first = await running(drill, folder);
    const second = await run(drill, folder);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`process ${first.child.pid}`);
    expect(second.said()).toContain('MOSTY_DATA_DIR');
    expect(second.said()).not.toContain('    at ');
    expect(await isReady(first)).toBe(true);
    const pid = postmaster(folder);
    expect(pid).toBeGreaterThan(0);
    expect(await stop(first)).toBe(0);
    expect(isAlive(pid ?? 0)).toBe(false);
  });

  test('names a port that is taken and what to do, ends with a failure and stops its database', async (drill) => {
    const { expect } = drill;
    const folder = await copied(path.join(root, 'taken port'));
    const squatter = createServer().listen(await freePort(), '127.0.0.1');
    drill.onTestFinished(() => void squatter.close());
    await new Promise((resolve) => squatter.once('listening', resolve));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const program = await run(drill, folder, { env: { PORT: String(port) } });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain(`Port ${port} is taken`);
    expect(program.said()).toContain(`PORT=${port + 1}`);
    expect(program.said()).not.toContain('    at ');
    expect(postmaster(folder)).toBeUndefined();
  });

  test('stopped while it starts leaves no database behind', async (drill) => {
    const { expect } = drill;
    const folder = await copied(path.join(root, 'halfway'));
    const program = await run(drill, folder);
    await expect.poll(() => postmaster(folder), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    const pid = postmaster(folder);
    expect(await stop(program)).toBe(0);
    expect(isAlive(pid ?? 0)).toBe(false);
  });

  test('stops at a wrong setting before anything is touched', async (drill) => {
    const { expect } = drill;
    const nowhere = path.join(root, 'untouched');
    const program = await run(drill, nowhere, { env: { MOSTY_PROXIES: 'many' } });
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain('MOSTY_PROXIES must be');
    expect(existsSync(nowhere)).toBe(false);
  });

  test('names a data folder that cannot be written', async (drill) => {
    const { expect } = drill;
    const closed = path.join(root, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    const program = await run(drill, path.join(closed, 'data'), IS_ROOT ? { uid: NOBODY } : {});
    expect(await program.ended).toBe(1);
    expect(program.said()).toContain(closed);
    expect(program.said()).toContain('MOSTY_DATA_DIR');
    expect(program.said()).not.toContain('    at ');
  });

  test('loses nothing it acknowledged to kill -9 of itself and of its database, and the journal is whole', async (drill) => {
    const { expect } = drill;
    const folder = await copied(path.join(root, 'killed'));
    const first = await running(drill, folder);
    const owner = await enter(first);
    const kept: string[] = [];
    const writing = write(owner, kept);
    await expect.poll(() => kept.length, { timeout: 20_000 }).toBeGreaterThan(20);
    process.kill(postmaster(folder) ?? 0, 'SIGKILL');
    first.child.kill('SIGKILL');
    await writing;
    const again = await enter(await running(drill, folder));
    const there = await Promise.all(kept.map((id) => again.hasClient(id)));
    expect(there.filter((one) => !one)).toEqual([]);
    const found = await command('env', `MOSTY_DATA_DIR=${folder}`, process.execPath, CLI, 'doctor');
    expect(found).toMatch(/ok {3}Journal of .* in an unbroken chain/);
    expect(found).not.toMatch(/BAD {2}(Journal|Ledger|Reactions)/);
  });

  test.runIf(canMount())(
    'refuses writes in words while the disk is full, and works on by itself when there is space again',
    async (drill) => {
      const { expect } = drill;
      const disk = path.join(root, 'disk');
      mkdirSync(disk);
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m', 'tmpfs', disk]);
      // Done after the program has been stopped: the last asked for is the first done.
      drill.onTestFinished(() => void spawnSync('umount', [disk]));
      const program = await running(drill, await copied(path.join(disk, 'data')));
      const owner = await enter(program);
      const kept: string[] = [];
      for (let place = 0; place < 5; place += 1) kept.push((await owner.addClient(`До ${place}`)).id ?? '');
      const ballast = path.join(disk, 'ballast');
      await command('dd', 'if=/dev/zero', `of=${ballast}`, 'bs=64k');
      await expect.poll(() => isReady(program), { timeout: 10_000 }).toBe(false);
      const refused = await untilRefused(owner, kept);
      expect(refused.status, program.said()).toBe(503);
      expect(refused.said).toContain('database.unreachable');
      rmSync(ballast);
      await expect.poll(() => isReady(program), { timeout: 30_000, interval: 250 }).toBe(true);
      expect((await owner.addClient('После')).status).toBe(201);
      const there = await Promise.all(kept.map((id) => owner.hasClient(id)));
      expect(there.filter((one) => !one)).toEqual([]);
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

/** Space set aside for the log of changes is written first: thousands of writes may still be kept. */
async function untilRefused(owner: Owner, kept: string[]): Promise<Awaited<ReturnType<Owner['addClient']>>> {
  const long = 'ж'.repeat(180);
  for (let round = 0; round < 400; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_none, place) => owner.addClient(`${round}-${place} ${long}`)),
    );
    kept.push(...answers.flatMap(({ id }) => (id === undefined ? [] : [id])));
    const refused = answers.find(({ id }) => id === undefined);
    if (refused) return refused;
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
