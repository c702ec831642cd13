import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isAlive } from './process-identity.ts';
import type { Programs } from './programs.ts';
import { runProgram } from './run-program.ts';
import { StartFailure } from './start-failure.ts';
import type { Unprivileged } from './unprivileged.ts';

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** What PostgreSQL says of itself in its folder (lines 1, 4 and 8 of postmaster.pid, see miscadmin.h). */
export function readPidFile(folder: string): PidFile | undefined {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

/**
 * After kill -9 of the program its PostgreSQL is still running, with nobody left to use it. The caller holds
 * the folder's lock, so it can only be such an orphan: it is stopped in order and started anew.
 */
export async function stopLeftover(
  folder: string,
  programs: Programs,
  user: Unprivileged | undefined,
  log: (line: string) => void,
): Promise<void> {
  const left = readPidFile(folder);
  if (!left) return;
  if (!isAlive(left.pid)) return;
  if (!isPostgres(left.pid)) {
    // The number now belongs to another program; PostgreSQL itself would refuse to start because of it.
    rmSync(path.join(folder, 'postmaster.pid'), { force: true });
    return;
  }
  log(`PostgreSQL (process ${left.pid}) was left running by a program that was killed: stopping it.`);
  await stopCluster(folder, programs, user);
}

/**
 * Fast: sessions are ended, everything is written. When even that takes over a minute, immediate: PostgreSQL
 * recovers at the next start.
 */
export async function stopCluster(
  folder: string,
  programs: Programs,
  user: Unprivileged | undefined,
  how: 'fast' | 'immediate' = 'fast',
): Promise<void> {
  const stop = (mode: string, seconds: number): ReturnType<typeof runProgram> =>
    runProgram(programs.pgCtl, ['stop', '-D', folder, '-m', mode, '-w', '-t', String(seconds)], {
      cwd: folder,
      user,
    });
  const first = await stop(how, 60);
  if (first.ok || !readPidFile(folder)) return;
  const second = await stop('immediate', 30);
  const left = readPidFile(folder);
  if (second.ok || !left || !isAlive(left.pid)) return;
  throw new StartFailure(
    `PostgreSQL (process ${left.pid}) in ${folder} does not stop: ${second.said.trim()}. End that process and start again.`,
  );
}

function isPostgres(pid: number): boolean {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
    if (process.platform === 'win32') return true;
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}
