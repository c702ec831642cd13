import pg from 'pg';
import { APP_ROLE, type Addresses, createRole } from './prepare.ts';
import type { DatabaseSecrets } from './secrets.ts';
import { reasonOf, StartFailure } from './start-failure.ts';

/** The oldest version whose row level security works for views too (security_invoker). */
const LEAST_VERSION = 15;

interface Outside {
  readonly databaseUrl: string;
  /** The same database as a role that owns nothing; made from `databaseUrl` when absent. */
  readonly databaseAppUrl: string | undefined;
  readonly secrets: DatabaseSecrets;
}

/** Checks an outside PostgreSQL and prepares the application's role in it. */
export async function openOutside(it: Outside): Promise<Addresses> {
  const client = await enter(it.databaseUrl, 'DATABASE_URL');
  try {
    await requireFit(client, it.databaseUrl);
    const appUrl = it.databaseAppUrl ?? (await ownRole(client, it));
    await requireHarmless(appUrl, it.databaseAppUrl ? 'DATABASE_APP_URL' : 'DATABASE_URL');
    return { ownerUrl: it.databaseUrl, appUrl };
  } finally {
    await client.end();
  }
}

async function enter(url: string, setting: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw new StartFailure(
      `The database of ${setting} (${withoutPassword(url)}) cannot be reached: ${reasonOf(error)}. Check the address, user and password.`,
    );
  }
}

async function requireFit(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ version: number; words: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
            current_setting('server_version') AS words, current_setting('server_encoding') AS encoding`,
  );
  const found = rows[0];
  if (!found || found.version < LEAST_VERSION) {
    throw new StartFailure(
      `The database of DATABASE_URL (${withoutPassword(url)}) is PostgreSQL ${found?.words}; version ${LEAST_VERSION} or newer is needed.`,
    );
  }
  if (found.encoding !== 'UTF8') {
    throw new StartFailure(
      `The database of DATABASE_URL (${withoutPassword(url)}) has the encoding ${found.encoding}. Create one with ENCODING 'UTF8'.`,
    );
  }
}

async function ownRole(client: pg.Client, it: Outside): Promise<string> {
  const appUrl = asApp(it.databaseUrl, it.secrets.appPassword);
  const { rows } = await client.query<{ may: boolean; there: boolean }>(
    `SELECT rolsuper OR rolcreaterole AS may, EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there
       FROM pg_roles WHERE rolname = current_user`,
    [APP_ROLE],
  );
  const state = rows[0];
  if (state?.there) {
    // Another installation may use the role on this server: its password is not ours to change.
    if (await opens(appUrl)) return appUrl;
    throw new StartFailure(
      `The role ${APP_ROLE} exists on the server of DATABASE_URL, but its password is not the one in secrets.json of the data folder. ` +
        `Give the address with the right password in DATABASE_APP_URL.`,
    );
  }
  if (!state?.may) {
    throw new StartFailure(
      `The user of DATABASE_URL may not create roles. Create one by hand (CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD '…') ` +
        'and give its address in DATABASE_APP_URL.',
    );
  }
  await client.query(createRole(it.secrets.appPassword));
  return appUrl;
}

/** A role above row level security would see every workspace. */
async function requireHarmless(appUrl: string, setting: string): Promise<void> {
  const client = await enter(appUrl, setting);
  try {
    const { rows } = await client.query<{ name: string; above: boolean }>(
      'SELECT rolname AS name, rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user',
    );
    if (rows[0]?.above === false) return;
    throw new StartFailure(
      `The role ${rows[0]?.name} of ${setting} is above row level security, so it would see every company's data. ` +
        'Give DATABASE_APP_URL with a role that is NOSUPERUSER NOBYPASSRLS.',
    );
  } finally {
    await client.end();
  }
}

async function opens(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function asApp(databaseUrl: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

export function withoutPassword(address: string): string {
  const url = new URL(address);
  if (url.password) url.password = '***';
  return url.href;
}
