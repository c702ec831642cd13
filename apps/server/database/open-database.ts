import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startCluster } from './cluster.ts';
import { folderHolder, lockFolder } from './folder-lock.ts';
import { initialise } from './initialise.ts';
import { openOutside } from './outside.ts';
import { choosePlace } from './place.ts';
import { keptPort } from './port.ts';
import { addresses, prepare } from './prepare.ts';
import { findPrograms } from './programs.ts';
import { databaseSecrets, hasDatabaseSecrets } from './secrets.ts';
import { type Settings, settingsFor } from './settings.ts';
import { explainFailure, reasonOf, StartFailure } from './start-failure.ts';
import { unprivilegedUser } from './unprivileged.ts';

export interface OpenDatabase {
  /** Secrets, lock, port, log and, for the embedded PostgreSQL, the data; made when missing. */
  readonly dataDir: string;
  /** An outside PostgreSQL, instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  readonly databaseAppUrl?: string | undefined;
  /** For commands: when a running program holds the folder, use its database instead of refusing. */
  readonly join?: boolean;
  /** Tests only: weaker than what people may lose money by. */
  readonly careless?: Settings;
  readonly log: (line: string) => void;
}

export interface OpenedDatabase {
  /** Owns the tables: migrations, backup, doctor. */
  readonly ownerUrl: string;
  /** `mosty_app`, which owns nothing and stands under row level security. */
  readonly appUrl: string;
  readonly embedded: boolean;
  readonly port?: number;
  /** Where the embedded data lie: the data folder, or an open place when root keeps that closed. */
  readonly place: string;
  /** The database belongs to another running process; `stop` leaves it alone. */
  readonly joined: boolean;
  /** Ends the embedded PostgreSQL in order and gives the folder free. May be called twice. */
  stop(how?: 'fast' | 'immediate'): Promise<void>;
}

/** @throws StartFailure with a message for the person who starts the program */
export async function openDatabase(it: OpenDatabase): Promise<OpenedDatabase> {
  const dataDir = path.resolve(it.dataDir);
  try {
    return await openIn(prepareFolder(dataDir), it);
  } catch (error) {
    // A full disk or a missing right may show at any file we touch.
    const isSystemError = error instanceof Error && 'syscall' in error && !(error instanceof StartFailure);
    throw isSystemError ? explainFailure('The database cannot be opened', dataDir, reasonOf(error)) : error;
  }
}

async function openIn(dataDir: string, it: OpenDatabase): Promise<OpenedDatabase> {
  const user = it.databaseUrl ? undefined : unprivilegedUser(dataDir);
  const place = it.databaseUrl ? dataDir : choosePlace(dataDir, user, it.log);
  if (it.join && folderHolder(place) !== undefined) {
    const joined = await join(it, dataDir, place);
    if (joined) return joined;
  }
  const lock = await lockFolder(place);
  try {
    const secrets = secretsOf(dataDir, place);
    if (it.databaseUrl) {
      const { databaseUrl, databaseAppUrl } = it;
      const urls = await openOutside({ databaseUrl, databaseAppUrl, secrets });
      return { ...urls, embedded: false, place, joined: false, stop: async () => lock.release() };
    }
    const programs = findPrograms(user);
    const careless = it.careless !== undefined;
    const { ownerPassword } = secrets;
    const { folder } = await initialise({ place, programs, user, ownerPassword, careless });
    const settings = { ...settingsFor(), ...it.careless };
    const cluster = await startCluster({ place, folder, programs, user, settings, log: it.log });
    const stop = async (how?: 'fast' | 'immediate'): Promise<void> => {
      await cluster.stop(how);
      lock.release();
    };
    try {
      const urls = await prepare(cluster.port, secrets, place);
      return { ...urls, embedded: true, port: cluster.port, place, joined: false, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }
}

function prepareFolder(dataDir: string): string {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      chmodSync(dataDir, 0o700);
    }
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return dataDir;
  } catch (error) {
    throw explainFailure('The data folder cannot be used', dataDir, reasonOf(error));
  }
}

function secretsOf(dataDir: string, place: string): ReturnType<typeof databaseSecrets> {
  // New passwords beside old data would lock everyone out for good.
  if (existsSync(path.join(place, 'postgres')) && !hasDatabaseSecrets(dataDir)) {
    throw new StartFailure(
      `The folder ${dataDir} holds a database, but its secrets.json with the passwords is missing. ` +
        'Bring the file back from a backup, or choose an empty folder with MOSTY_DATA_DIR.',
    );
  }
  return databaseSecrets(dataDir);
}

/** Undefined when the holder went away meanwhile. */
async function join(it: OpenDatabase, dataDir: string, place: string): Promise<OpenedDatabase | undefined> {
  const stop = async (): Promise<void> => {};
  const secrets = databaseSecrets(dataDir);
  if (it.databaseUrl) {
    const urls = await openOutside({
      databaseUrl: it.databaseUrl,
      databaseAppUrl: it.databaseAppUrl,
      secrets,
    });
    return { ...urls, embedded: false, place, joined: true, stop };
  }
  const port = keptPort(place);
  if (port === undefined) return undefined;
  const urls = addresses(port, secrets);
  const client = new pg.Client({ connectionString: urls.appUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    if (folderHolder(place) === undefined) return undefined;
    throw new StartFailure(
      `Process ${folderHolder(place)} holds the data folder ${dataDir}, but its database does not answer: ${reasonOf(error)}. ` +
        'It may still be starting: try again in a moment.',
    );
  }
  return { ...urls, embedded: true, port, place, joined: true, stop };
}
