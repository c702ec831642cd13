import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginningOf, isSameProcess } from './process-identity.ts';
import { StartFailure } from './start-failure.ts';

/**
 * One process to a data folder. Node has no flock, and a single lock file cannot be taken over from a dead
 * process without a race. So everyone who wants the folder first leaves a note of his own and then looks at
 * the others: of two who come at once at least one sees the other and steps back. Notes of dead processes are
 * swept by whoever meets them.
 */
export interface FolderLock {
  release(): void;
}

interface Note {
  readonly file: string;
  readonly pid: number;
  readonly held: boolean;
}

const TRIES = 20;

/** @throws StartFailure naming the folder and the process that holds it */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const notes = path.join(folder, 'lock');
  mkdirSync(notes, { recursive: true, mode: 0o700 });
  const name = `${process.pid}-${beginningOf(process.pid)}-${randomBytes(4).toString('hex')}`;
  const mine = path.join(notes, name);
  for (let attempt = 1; ; attempt += 1) {
    writeFileSync(mine, 'wanted');
    const others = readNotes(notes).filter((note) => note.file !== mine);
    if (others.length === 0) {
      writeFileSync(mine, 'held');
      return releaseOnce(mine);
    }
    rmSync(mine, { force: true });
    const holder = others.find((note) => note.held) ?? others[0];
    if (holder?.held || attempt === TRIES) throw inUse(folder, holder?.pid);
    await sleep(5 + Math.random() * 40);
  }
}

/** The process that holds the folder now, if any. */
export function folderHolder(folder: string): number | undefined {
  return readNotes(path.join(folder, 'lock')).find((note) => note.held)?.pid;
}

function inUse(folder: string, pid: number | undefined): StartFailure {
  return new StartFailure(
    `The data folder ${folder} is already in use by process ${pid}. ` +
      'Stop that process first, or choose another folder with MOSTY_DATA_DIR.',
  );
}

function releaseOnce(file: string): FolderLock {
  const release = (): void => {
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release };
}

function readNotes(folder: string): Note[] {
  const found: Note[] = [];
  for (const name of list(folder)) {
    const [pid, beginning] = name.split('-');
    const file = path.join(folder, name);
    if (!isSameProcess(Number(pid), beginning ?? '')) {
      rmSync(file, { force: true });
      continue;
    }
    const text = read(file);
    if (text !== undefined) found.push({ file, pid: Number(pid), held: text === 'held' });
  }
  return found;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+-\w*-\w+$/.test(name));
  } catch {
    return [];
  }
}

/** Undefined when the owner has just taken his note back. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
