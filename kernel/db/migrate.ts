import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** Modules in the order of their arrows: a migration may refer to what stands before it. */
export const MIGRATION_ORDER = [
  'kernel',
  'identity',
  'directory',
  'notices',
  'files',
  'lifecycle',
  'feedback',
  'recruiting',
  'onboarding',
  'framework',
  'exits',
  'webhooks',
  'agreements',
  'library',
  'tracking',
  'deals',
  'rhythm',
  'scenarios',
  'attribution',
  'ledger',
  'incentives',
  'integrity',
  'payouts',
  'insight',
  'economics',
  'readiness',
  'scores',
  'reviews',
  'agenda',
  'integrations',
] as const;

interface Migration {
  readonly module: string;
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** One migrator at a time per database; any number will do as long as it never changes. */
const LOCK = 7_305_001;

/**
 * Brings the database up to date as its owner, each file in a transaction of its own, forward only.
 * @throws when an applied file was edited since, or the database knows a file this program does not
 */
export async function migrate(
  ownerUrl: string,
  options: { root?: string } = {},
): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mosty migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`
      CREATE SCHEMA IF NOT EXISTS kernel;
      CREATE TABLE IF NOT EXISTS kernel.migration (
        module text NOT NULL, name text NOT NULL, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (module, name))`);
    const { rows } = await client.query<{ module: string; name: string; hash: string }>(
      'SELECT module, name, hash FROM kernel.migration',
    );
    const known = new Map(rows.map((row) => [`${row.module}/${row.name}`, row.hash]));
    const files = readMigrations(options.root ?? REPOSITORY);
    refuseUnknown(known, files);
    const applied: string[] = [];
    for (const file of files) {
      const label = `${file.module}/${file.name}`;
      const before = known.get(label);
      if (before === file.hash) continue;
      if (before !== undefined) {
        throw new Error(`Migration ${label} was edited after it had been applied. Write a new one instead.`);
      }
      await apply(client, file, label);
      applied.push(label);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

/** Migrations of this program that the database does not have yet. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ label: string }>(
      "SELECT module || '/' || name AS label FROM kernel.migration",
    );
    const known = new Set(rows.map((row) => row.label));
    return readMigrations(REPOSITORY)
      .map((file) => `${file.module}/${file.name}`)
      .filter((label) => !known.has(label));
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, file: Migration, label: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(file.text);
    await client.query('INSERT INTO kernel.migration (module, name, hash) VALUES ($1, $2, $3)', [
      file.module,
      file.name,
      file.hash,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${label} failed: ${(error as Error).message}`, { cause: error });
  }
}

function readMigrations(root: string): Migration[] {
  return MIGRATION_ORDER.flatMap((module) => {
    const folder =
      module === 'kernel'
        ? path.join(root, 'kernel/migrations')
        : path.join(root, 'modules', module, 'migrations');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .map((name) => {
        const text = readFileSync(path.join(folder, name), 'utf8');
        return { module, name, text, hash: createHash('sha256').update(text).digest('hex') };
      });
  });
}

function refuseUnknown(known: ReadonlyMap<string, string>, files: readonly Migration[]): void {
  const ours = new Set(files.map((file) => `${file.module}/${file.name}`));
  const strange = [...known.keys()].filter((label) => !ours.has(label));
  if (strange.length > 0) {
    throw new Error(
      `The database has migrations this program does not know (${strange.join(', ')}): it was used by a newer version.`,
    );
  }
}
