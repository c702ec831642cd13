import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainFailure, reasonOf, StartFailure } from './start-failure.ts';
import { canEnter, letPass, type Unprivileged } from './unprivileged.ts';

/** For root whose data folder lies where only root may go (such as /root, mode 700). */
const OPEN_PLACE = '/var/lib/mosty';
const POINTER = 'postgres.place';

/** The folder that holds `postgres/`, its log, its port and the lock: the data folder itself where possible. */
export function choosePlace(
  dataDir: string,
  user: Unprivileged | undefined,
  log: (line: string) => void,
  openPlace = OPEN_PLACE,
): string {
  const pointer = path.join(dataDir, POINTER);
  try {
    if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
    if (!user) return dataDir;
    letPass(dataDir);
    if (canEnter(user, dataDir)) return dataDir;
    if (existsSync(path.join(dataDir, 'postgres'))) throw closed(dataDir, user);
    // Not a name made from the path: a folder deleted and made anew must not find its predecessor's data.
    const place = path.join(openPlace, randomBytes(6).toString('hex'));
    mkdirSync(place, { recursive: true });
    chmodSync(openPlace, 0o711);
    chmodSync(place, 0o711);
    if (!canEnter(user, place)) throw closed(place, user);
    writeFileSync(pointer, `${place}\n`);
    log(
      `PostgreSQL refuses to run as root, and the user "${user.name}" may not enter ${dataDir}: the database lies in ${place}.`,
    );
    return place;
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw explainFailure('The folder for the database cannot be prepared', dataDir, reasonOf(error));
  }
}

function closed(folder: string, user: Unprivileged): StartFailure {
  return new StartFailure(
    `PostgreSQL refuses to run as root and runs as the user "${user.name}", who may not enter ${folder}. ` +
      'Let others pass through its parent folders (chmod o+x), choose another folder with MOSTY_DATA_DIR, ' +
      'or start as an ordinary user.',
  );
}
