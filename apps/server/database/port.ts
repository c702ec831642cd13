import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { StartFailure } from './start-failure.ts';

/** Below the range from which systems lend ports to outgoing connections (32768 and up on Linux). */
const LEAST = 15_432;
const COUNT = 10_000;
const TRIES = 50;

export function keptPort(place: string): number | undefined {
  const file = path.join(place, 'postgres.port');
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

/** The port of the last start, or another free one when something else has taken it meanwhile. */
export async function choosePort(place: string): Promise<number> {
  const kept = keptPort(place);
  if (kept !== undefined && (await isFree(kept))) return kept;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = LEAST + Math.floor(Math.random() * COUNT);
    if (!(await isFree(port))) continue;
    writeFileSync(path.join(place, 'postgres.port'), `${port}\n`);
    return port;
  }
  throw new StartFailure(`No free port for the database was found on 127.0.0.1 (${LEAST}–${LEAST + COUNT}).`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
