import { hash, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DAY_MS = 86_400_000;

/**
 * Turns an address into a word that is the same within a day and says nothing of the address afterwards: the salt of a day is
 * written over by that of the next. It stands in a file so that a restart at noon does not begin a new day.
 */
export function openAddressHash(folder: string, now: () => number): (address: string) => string {
  const file = path.join(folder, 'salt');
  let { day, salt } = read(file);

  return (address) => {
    const today = Math.floor(now() / DAY_MS);
    if (today !== day) {
      day = today;
      salt = randomBytes(32).toString('hex');
      writeFileSync(`${file}.new`, `${day} ${salt}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    // The salt is as long as the hash and never told: nobody gains what an HMAC, ten times as dear here, would deny him.
    return hash('sha256', salt + address, 'base64url').slice(0, 22);
  };
}

function read(file: string): { day: number; salt: string } {
  try {
    const [day, salt = ''] = readFileSync(file, 'utf8').trim().split(' ');
    if (/^[0-9a-f]{64}$/.test(salt)) return { day: Number(day), salt };
  } catch {
    // The first day of this folder.
  }
  return { day: -1, salt: '' };
}
