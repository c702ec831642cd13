import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './initialise.ts';
import { readPidFile, stopCluster, stopLeftover } from './leftover.ts';
import { choosePort } from './port.ts';
import type { Programs } from './programs.ts';
import { cleanEnvironment } from './run-program.ts';
import { type Settings, settingsFile } from './settings.ts';
import { explainFailure, reasonOf } from './start-failure.ts';
import type { Unprivileged } from './unprivileged.ts';

export interface ClusterPlan {
  readonly place: string;
  readonly folder: string;
  readonly programs: Programs;
  readonly user: Unprivileged | undefined;
  readonly settings: Settings;
  readonly log: (line: string) => void;
}

export interface Cluster {
  readonly port: number;
  stop(how?: 'fast' | 'immediate'): Promise<void>;
}

const LOG_KEPT_BYTES = 5 * 1024 * 1024;
/** A crash of the whole server is mended at once; more often than this within a minute the cause must pass first. */
const RESTARTS_A_MINUTE = 5;
/** A full disk, say: between attempts then, for as long as it takes. */
const PATIENT_MS = 5_000;

/** Starts PostgreSQL in its folder and keeps it running until `stop`. */
export async function startCluster(plan: ClusterPlan): Promise<Cluster> {
  await stopLeftover(plan.folder, plan.programs, plan.user, plan.log);
  rotateLog(plan.place);
  const port = await choosePort(plan.place);
  writeSettings(plan, port);

  let stopping = false;
  let running = await launch(plan);
  const restarts: number[] = [];
  let wasPatient = false;

  const watch = (child: ChildProcess): void => {
    child.once('exit', (code, signal) => {
      if (!stopping) void restart(`PostgreSQL ended unexpectedly (${signal ?? code})`);
    });
  };
  const restart = async (why: string): Promise<void> => {
    restarts.push(Date.now());
    const lately = restarts.filter((at) => at > Date.now() - 60_000).length;
    const patient = lately > RESTARTS_A_MINUTE;
    if (!patient) plan.log(`${why}: starting it again.`);
    else if (!wasPatient)
      plan.log(
        `${why}, for the ${lately}th time in a minute: trying every ${PATIENT_MS / 1_000} s until it lives. See ${logFile(plan.place)}.`,
      );
    wasPatient = patient;
    try {
      await sleep(patient ? PATIENT_MS : 200 * lately);
      if (stopping) return;
      running = await launch(plan);
      watch(running);
    } catch (error) {
      if (!stopping) void restart(reasonOf(error));
    }
  };
  watch(running);

  // The program may end by process.exit or an exception: the database must not outlive it.
  const endWithUs = (): void => {
    running.kill('SIGINT');
  };
  process.on('exit', endWithUs);

  return {
    port,
    async stop(how = 'fast') {
      if (stopping) return;
      stopping = true;
      process.off('exit', endWithUs);
      await stopCluster(plan.folder, plan.programs, plan.user, how);
      await gone(running);
    },
  };
}

/** pg_ctl is content when the pid file is gone, a moment before the process itself is. */
async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  await once(child, 'exit');
}

/** One server process, until it accepts connections. */
async function launch(plan: ClusterPlan): Promise<ChildProcess> {
  const log = openSync(logFile(plan.place), 'a', 0o600);
  const before = statSync(logFile(plan.place)).size;
  const child = spawn(plan.programs.postgres, ['-D', plan.folder], {
    cwd: plan.folder,
    env: cleanEnvironment(),
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl-C in the terminal is for us, we stop the database after the last request.
    detached: true,
    ...(plan.user && { uid: plan.user.uid, gid: plan.user.gid }),
  });
  closeSync(log);
  child.unref();
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `ended with ${signal ?? code}`;
  });
  const began = Date.now();
  let told = began;
  for (;;) {
    const state = readPidFile(plan.folder);
    if (state?.pid === child.pid && state?.status === 'ready') return child;
    if (ended !== undefined) {
      const said = readFileSync(logFile(plan.place)).subarray(before).toString();
      throw explainFailure('PostgreSQL did not start', plan.place, `${lastLines(said)}\n${ended}`);
    }
    if (Date.now() - told > 5_000) {
      told = Date.now();
      plan.log(`PostgreSQL is recovering after an unclean stop (${Math.round((told - began) / 1000)} s)…`);
    }
    await sleep(10);
  }
}

/**
 * Ours first, then the administrator's `postgres.conf` from the data folder, then what must not be changed.
 * All in one file that the server reads last.
 */
function writeSettings(plan: ClusterPlan, port: number): void {
  const administrators = path.join(plan.place, 'postgres.conf');
  const theirs = existsSync(administrators) ? readFileSync(administrators, 'utf8') : '';
  const fixed = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
  const file = path.join(plan.folder, 'mosty.conf');
  writeFileSync(file, `${settingsFile(plan.settings)}\n${theirs}\n${settingsFile(fixed)}`);
  if (plan.user) chownSync(file, plan.user.uid, plan.user.gid);
  const main = path.join(plan.folder, 'postgresql.conf');
  const include = "include 'mosty.conf'";
  if (!readFileSync(main, 'utf8').includes(include)) appendFileSync(main, `\n${include}\n`);
}

export function logFile(place: string): string {
  return path.join(place, 'postgres.log');
}

function rotateLog(place: string): void {
  const file = logFile(place);
  if (existsSync(file) && statSync(file).size > LOG_KEPT_BYTES) renameSync(file, `${file}.1`);
}
