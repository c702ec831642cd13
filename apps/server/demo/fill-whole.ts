import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { MIGRATION_ORDER, type Database } from '@mosty/kernel/db';
import type { Instant } from '@mosty/kernel/time';
import { fillDemo } from './fill.ts';

/** Stands in the data folder while the demo company is being filled. */
const MARK = 'demo.filling';
/** Ours beside those of the modules: of the sign-in and of the queue of jobs. */
const SCHEMAS = [...MIGRATION_ORDER, 'auth', 'pgboss'];

export const isHalfFilled = (dataDir: string): boolean => existsSync(path.join(dataDir, MARK));

/** Fills the demo company so that a filling cut short is known by the next start. */
export async function fillDemoWhole(dataDir: string, database: Database, now: Instant): Promise<void> {
  writeFileSync(path.join(dataDir, MARK), `${now.toISOString()}\n`);
  await fillDemo(database, now);
  rmSync(path.join(dataDir, MARK));
}

/**
 * Empties a database in which the demo company was left half filled, before it is migrated anew. Nothing of anybody is
 * lost: nobody is let in before the filling is over.
 */
export async function forgetHalfDemo(dataDir: string, ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mosty demo' });
  await client.connect();
  try {
    await client.query('SET client_min_messages = warning');
    for (const schema of SCHEMAS.toReversed()) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  } finally {
    await client.end();
  }
  rmSync(path.join(dataDir, MARK));
}
