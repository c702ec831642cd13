import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const READY_MS_MAX = 60_000;
const idSchema = z.object({ id: z.string() });

/** The whole program as people start it, without the demo company: `npm start -- --empty` after the build. */
export interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  /** All it has written so far. */
  said(): string;
  readonly ended: Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

export function launch(
  dataDir: string,
  port: number,
  more: { env?: Record<string, string>; uid?: number } = {},
): Program {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(MOSTY_|DATABASE_|SMTP_|PORT$)/.test(name),
  );
  const child = spawn(process.execPath, [MAIN, '--empty'], {
    env: { ...Object.fromEntries(inherited), PORT: String(port), MOSTY_DATA_DIR: dataDir, ...more.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(more.uid !== undefined && { uid: more.uid, gid: more.uid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, url: `http://127.0.0.1:${port}`, said: () => said, ended };
}

/** Until it says it can work; fails at once, with its own words, when it ends instead. */
export async function untilReady(program: Program): Promise<Program> {
  const until = Date.now() + READY_MS_MAX;
  while (Date.now() < until) {
    if (program.child.exitCode !== null) throw new Error(`ended: ${program.said()}`);
    if (await isReady(program)) return program;
    await sleep(50);
  }
  throw new Error(`not ready: ${program.said()}`);
}

export async function isReady({ url }: Program): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** What the owner does in a test. */
export interface Owner {
  /** Writes a client down: his id once the server has acknowledged him, else the status of the answer. */
  addClient(name: string): Promise<{ status: number; id?: string; said: string }>;
  hasClient(id: string): Promise<boolean>;
}

/** Makes the company when there is none, and signs its owner in. */
export async function enter({ url }: Program): Promise<Owner> {
  const owner = { name: 'Анна', email: 'anna@mosty.test', password: 'три зелёных моста' };
  const workspace = { name: 'Мосты', zone: 'Europe/Moscow', currency: 'RUB', language: 'ru' };
  let cookie = '';
  const ask = (to: string, body?: unknown): Promise<Response> =>
    fetch(`${url}${to}`, {
      headers: { origin: url, cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(20_000),
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
  const made = await ask('/api/v1/setup', { workspace, owner });
  if (made.status !== 201 && made.status !== 422) throw new Error(await made.text());
  const entered = await ask('/api/auth/sign-in/email', { email: owner.email, password: owner.password });
  if (!entered.ok) throw new Error(await entered.text());
  cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    async addClient(name) {
      const answer = await ask('/api/v1/clients', { name });
      const said = await answer.text();
      if (answer.status !== 201) return { status: answer.status, said };
      return { status: 201, said, id: idSchema.parse(JSON.parse(said)).id };
    },
    hasClient: async (id) => (await ask(`/api/v1/clients/${id}`)).status === 200,
  };
}
