import { createReadStream, mkdirSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Contents } from './contents.ts';

const NAME = /^[0-9a-f]{64}$/;

/** On this machine’s own disk: a folder of a company, in it 256 folders by the first two letters of the hash. */
export function onOwnDisk(folder: string): Contents {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nameOf = (company: string, sha256: string) => path.join(folder, company, sha256.slice(0, 2), sha256);

  return {
    async put(company, sha256, from) {
      const to = nameOf(company, sha256);
      const now = new Date();
      // The same bytes are there already: they are as new again, and no sweep takes them.
      if (await utimes(to, now, now).then(there, missing)) return;
      const shelf = path.dirname(to);
      await mkdir(shelf, { recursive: true, mode: 0o700 });
      await moved(from, to);
      const directory = await open(shelf, 'r');
      await directory.sync().finally(() => directory.close());
    },
    async open(company, sha256) {
      const name = nameOf(company, sha256);
      return (await stat(name).then(there, missing)) ? createReadStream(name) : null;
    },
    async remove(company, sha256) {
      await rm(nameOf(company, sha256), { force: true });
    },
    async *list(company) {
      for (const shelf of await readdir(path.join(folder, company)).catch(() => [])) {
        for (const sha256 of await readdir(path.join(folder, company, shelf))) {
          if (!NAME.test(sha256)) continue;
          const found = await stat(nameOf(company, sha256)).catch(() => null);
          if (found) yield { sha256, putAt: found.mtime };
        }
      }
    },
  };
}

const there = () => true;

function missing(error: NodeJS.ErrnoException): boolean {
  if (error.code === 'ENOENT') return false;
  throw error;
}

/** A backup may lie on another disk, where nothing can be renamed from. */
async function moved(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, `${to}.part`);
    const file = await open(`${to}.part`, 'r+');
    await file.sync().finally(() => file.close());
    await rename(`${to}.part`, to);
  }
}
