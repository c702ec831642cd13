import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Programs } from './programs.ts';
import { runProgram } from './run-program.ts';
import { explainFailure, reasonOf, StartFailure } from './start-failure.ts';
import { giveTo, type Unprivileged } from './unprivileged.ts';

const VERSION = '18';
const MB = 1024 * 1024;
/** An empty cluster takes 42 MB, its log of changes 16 MB more; leave room for the first data. */
const NEEDED_FIRST_MB = 200;
/** Recovery writes one or two segments of 16 MB before it frees any. */
const NEEDED_LATER_MB = 48;

export const OWNER = 'mosty_owner';

interface Initialise {
  readonly place: string;
  readonly programs: Programs;
  readonly user: Unprivileged | undefined;
  readonly ownerPassword: string;
  /** Tests only: do not wait for the disk. */
  readonly careless: boolean;
}

/** Makes the cluster on the first start, or checks that the one there is ours. Returns its folder. */
export async function initialise(it: Initialise): Promise<{ folder: string; fresh: boolean }> {
  const folder = path.join(it.place, 'postgres');
  const fresh = !existsSync(folder);
  requireSpace(it.place, fresh ? NEEDED_FIRST_MB : NEEDED_LATER_MB);
  if (fresh) await create(it, folder);
  const file = path.join(folder, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  if (version !== VERSION) {
    throw new StartFailure(
      `The data in ${folder} were made by PostgreSQL ${version}; this program brings PostgreSQL ${VERSION}. ` +
        'Restore a backup into an empty folder, or point MOSTY_DATA_DIR to another one.',
    );
  }
  if (it.user) giveTo(it.user, folder);
  // A copy or a restored backup may have lost the mode PostgreSQL insists on.
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
  return { folder, fresh };
}

async function create(it: Initialise, folder: string): Promise<void> {
  // Made aside and then renamed: what an interrupted first start left behind is never taken for data.
  const part = `${folder}.part`;
  const passwordFile = path.join(it.place, 'postgres.password');
  rmSync(part, { recursive: true, force: true });
  try {
    // initdb as an unprivileged user may not write into our folder: it gets an empty one of its own.
    mkdirSync(part, { mode: 0o700 });
    writeFileSync(passwordFile, it.ownerPassword, { mode: 0o600 });
    if (it.user) for (const own of [part, passwordFile]) chownSync(own, it.user.uid, it.user.gid);
    const made = await runProgram(it.programs.initdb, initdbArguments(part, passwordFile, it.careless), {
      cwd: it.place,
      user: it.user,
    });
    if (!made.ok)
      throw explainFailure('PostgreSQL could not create its data', it.place, lastLines(made.said));
    renameSync(part, folder);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (error instanceof StartFailure) throw error;
    throw explainFailure('PostgreSQL could not create its data', it.place, reasonOf(error));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdbArguments(folder: string, passwordFile: string, careless: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // ICU sorts «ё» after «е» and compares alike on every system.
    '--locale-provider=icu',
    '--icu-locale=ru',
    '--locale=C',
    ...(careless ? ['--no-sync'] : []),
  ];
}

function requireSpace(place: string, neededMb: number): void {
  const { bavail, bsize } = statfsSync(place);
  const freeMb = Math.floor((bavail * bsize) / MB);
  if (freeMb >= neededMb) return;
  throw new StartFailure(
    `The disk that holds ${place} is almost full: ${freeMb} MB are free, the database needs ${neededMb} MB to start. ` +
      'Free some space there, or put the data on another disk with MOSTY_DATA_DIR.',
  );
}

/** Programs of PostgreSQL say the reason last. */
export function lastLines(text: string, count = 12): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
