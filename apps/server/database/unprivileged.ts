import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** PostgreSQL refuses to run as root: when we are root its programs run as this user. */
export interface Unprivileged {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

const PREFERRED = ['mosty', 'postgres', 'nobody', 'daemon'];

/**
 * Undefined for an ordinary user. For root: the owner of the data folder when that is an ordinary user with a
 * name (a mounted volume), else a well-known unprivileged user. initdb insists that the user has a name.
 */
export function unprivilegedUser(dataDir: string): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = namedUsers();
  const owner = statSync(dataDir).uid;
  const found =
    users.find((user) => user.uid === owner && owner !== 0) ??
    PREFERRED.map((name) => users.find((user) => user.name === name)).find((user) => user !== undefined) ??
    users.find((user) => user.uid !== 0);
  if (!found) throw new Error('/etc/passwd names no user but root; PostgreSQL refuses to run as root');
  return found;
}

function namedUsers(): Unprivileged[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Whether that user can reach and enter (or run) the path: asked of the system, access lists included. */
export function canEnter(user: Unprivileged | undefined, target: string): boolean {
  if (!user) return true;
  const test = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', target], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return test.status === 0;
}

/** Lets others pass through a folder of ours without listing it; its secrets keep their own mode. */
export function letPass(folder: string): void {
  const { mode, uid } = statSync(folder);
  if (uid === process.getuid?.()) chmodSync(folder, (mode & 0o7777) | 0o011);
}

/** Gives a folder with all inside to the user; quick when it is his already. */
export function giveTo(user: Unprivileged, target: string): void {
  const { uid } = lstatSync(target);
  if (uid === user.uid) return;
  for (const entry of readdirSync(target, { withFileTypes: true, recursive: true })) {
    lchownSync(path.join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  // Last, so that an interrupted change is begun anew.
  chownSync(target, user.uid, user.gid);
}
