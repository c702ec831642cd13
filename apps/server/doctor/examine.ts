import { existsSync } from 'node:fs';
import path from 'node:path';
import { listWorkspaces, systemContext } from '@mosty/identity';
import { verifyAudit } from '@mosty/kernel/audit';
import { failedReactions } from '@mosty/kernel/events';
import { look, openPool, pendingMigrations, type Database } from '@mosty/kernel/db';
import { ledgerVerdict } from '@mosty/ledger';
import { readConfig, REPOSITORY, type Config } from '../config.ts';
import { openDatabase, type OpenedDatabase } from '../database/index.ts';
import { troublesOf } from '../troubles.ts';

/** One check and what came of it. `detail` says what to do when it is not well. */
export interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly detail?: string | undefined;
}

const NODE_MAJOR_MIN = 24;

/** Looks at everything an installation stands on, from the runtime up to the last kopeck. Changes nothing. */
export async function* examine(env: Readonly<Record<string, string | undefined>>): AsyncGenerator<Finding> {
  const major = Number(process.versions.node.split('.')[0]);
  yield {
    what: `Node ${process.versions.node}`,
    well: major >= NODE_MAJOR_MIN,
    detail: major >= NODE_MAJOR_MIN ? undefined : 'run it through npm: npm run mosty -- doctor',
  };
  yield existsSync(path.join(REPOSITORY, 'apps/web/dist/index.html'))
    ? { what: 'Web app is built', well: true }
    : { what: 'Web app is built', well: false, detail: 'npm start builds it' };

  const config = attempt(() => readConfig(env));
  yield { what: 'Configuration', well: config.value !== undefined, detail: config.failure };
  if (!config.value) return;
  yield* examineDatabase(config.value);
}

async function* examineDatabase(config: Config): AsyncGenerator<Finding> {
  const opened = await attemptLater(() =>
    openDatabase({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl,
      databaseAppUrl: config.databaseAppUrl,
      join: true,
      log: () => {},
    }),
  );
  const where = config.databaseUrl ? 'DATABASE_URL' : config.dataDir;
  yield { what: `Database (${where})`, well: opened.value !== undefined, detail: opened.failure };
  if (!opened.value) return;
  const database = openPool(opened.value.appUrl, 2);
  try {
    for (const trouble of await troublesOf(database, config.dataDir))
      yield { what: 'Ready to work', well: false, detail: trouble };
    const pending = await pendingMigrations(opened.value.ownerUrl);
    yield {
      what: 'Tables are those of this version',
      well: pending.length === 0,
      detail: pending.length === 0 ? undefined : `npm start brings ${pending.join(', ')}`,
    };
    if (pending.length > 0) return;
    yield await confinement(opened.value);
    for (const workspace of await listWorkspaces(database)) yield* examineWorkspace(database, workspace);
  } finally {
    await database.close();
    await opened.value.stop();
  }
}

/** The application must not be able to see past row level security. */
async function confinement(opened: OpenedDatabase): Promise<Finding> {
  const database = openPool(opened.appUrl, 1);
  const connection = await database.connect();
  try {
    const { rows } = await connection.client.query<{ free: boolean; owns: number }>(`
      SELECT r.rolsuper OR r.rolbypassrls AS free,
             (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owns
      FROM pg_roles r WHERE r.rolname = current_user`);
    const well = rows[0]?.free === false && rows[0].owns === 0;
    return {
      what: 'The application’s database role owns nothing and is confined',
      well,
      detail: well
        ? undefined
        : 'it could read other companies’ rows: give it a role of its own (DATABASE_APP_URL)',
    };
  } finally {
    connection.release();
    await database.close();
  }
}

async function* examineWorkspace(database: Database, workspace: string): AsyncGenerator<Finding> {
  const ctx = await systemContext(database, workspace, 'doctor');
  const short = workspace.slice(0, 8);
  const { audit, ledger, stuck } = await look(ctx, async (tx) => ({
    audit: await verifyAudit(tx),
    ledger: await ledgerVerdict(tx),
    stuck: await failedReactions(tx),
  }));
  yield {
    what: `Journal of ${short}: ${audit.checked} entries in an unbroken chain`,
    well: audit.brokenAt === null,
    detail:
      audit.brokenAt === null ? undefined : `broken at entry ${audit.brokenAt}: somebody rewrote history`,
  };
  yield {
    what: `Ledger of ${short} balances`,
    well: ledger.holds,
    detail: ledger.holds
      ? undefined
      : JSON.stringify(ledger, (_key, value: unknown) =>
          typeof value === 'bigint' ? value.toString() : value,
        ),
  };
  yield {
    what: `Reactions of ${short}`,
    well: stuck.length === 0,
    detail: stuck.map((one) => `${one.reaction}: ${one.failure}`).join('; ') || undefined,
  };
}

function attempt<T>(work: () => T): { value?: T; failure?: string } {
  try {
    return { value: work() };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}

async function attemptLater<T>(work: () => Promise<T>): Promise<{ value?: T; failure?: string }> {
  try {
    return { value: await work() };
  } catch (error) {
    return { failure: (error as Error).message };
  }
}
