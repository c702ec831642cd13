import pg from 'pg';
import { OWNER } from './initialise.ts';
import type { DatabaseSecrets } from './secrets.ts';
import { reasonOf, StartFailure } from './start-failure.ts';

export const APP_ROLE = 'mosty_app';
const DATABASE = 'mosty';

export interface Addresses {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export function addresses(port: number, secrets: DatabaseSecrets, database = DATABASE): Addresses {
  const at = `127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: `postgres://${OWNER}:${secrets.ownerPassword}@${at}`,
    appUrl: `postgres://${APP_ROLE}:${secrets.appPassword}@${at}`,
  };
}

/** Creates the database and the role that owns nothing, where they are missing. */
export async function prepare(port: number, secrets: DatabaseSecrets, place: string): Promise<Addresses> {
  const client = new pg.Client({ connectionString: addresses(port, secrets, 'postgres').ownerUrl });
  try {
    await client.connect();
    const { rows } = await client.query<{ database: boolean; role: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS database,
              EXISTS (SELECT FROM pg_roles WHERE rolname = $2) AS role`,
      [DATABASE, APP_ROLE],
    );
    if (!rows[0]?.role) await client.query(createRole(secrets.appPassword));
    if (!rows[0]?.database) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    throw new StartFailure(
      `PostgreSQL in ${place} runs, but does not let us in: ${reasonOf(error)}. ` +
        'If secrets.json of the data folder was changed or lost, bring it back from a backup.',
    );
  } finally {
    await client.end();
  }
  return addresses(port, secrets);
}

/** `password` is ours: base64url, so it cannot end the literal. */
export function createRole(password: string): string {
  return `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}'`;
}
