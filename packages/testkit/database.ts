import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { keepFilesIn, onOwnDisk } from '@mosty/files';
import { migrate } from '@mosty/kernel/db';
import { setSealSecret } from '@mosty/kernel/seal';
import { openDatabase, type OpenedDatabase, temporaryFolder } from '@mosty/server/database';

/**
 * One embedded PostgreSQL for the whole test run, with one database migrated as a template; each test file
 * takes a copy (some 30 ms). Nothing waits for the disk here: only tests may lose what they wrote.
 */
const CARELESS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '256MB',
  max_connections: '200',
};

const TEMPLATE = 'mosty';
const PREFIX = 'mosty-test-';

interface TestCluster {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Why the migrations failed: tests without a database still run. */
  readonly fault: string | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    testCluster: TestCluster;
  }
}

export interface TestDatabase {
  /** Owns the tables. */
  readonly ownerUrl: string;
  /** `mosty_app`: what the program itself uses. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** A database of its own, migrated and empty. Take one in a test file's `beforeAll`, drop it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject('testCluster');
  if (cluster.fault !== null) throw new Error(`The test database could not be made: ${cluster.fault}`);
  setSealSecret('of the tests');
  const files = temporaryFolder('mosty-files-');
  keepFilesIn({ contents: onOwnDisk(path.join(files, 'files')), incoming: path.join(files, 'incoming') });
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(cluster, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return {
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    appUrl: inDatabase(cluster.appUrl, name),
    drop: async () => {
      await asAdministrator(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      rmSync(files, { recursive: true, force: true });
    },
  };
}

/** Called by the test runner before the first test file; what it returns, after the last. */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  await sweep();
  const folder = temporaryFolder(PREFIX);
  writeFileSync(path.join(folder, 'pid'), String(process.pid));
  let opened: OpenedDatabase | undefined;
  try {
    opened = await openDatabase({ dataDir: path.join(folder, 'data'), careless: CARELESS, log: () => {} });
    await migrate(opened.ownerUrl);
    project.provide('testCluster', { ownerUrl: opened.ownerUrl, appUrl: opened.appUrl, fault: null });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    project.provide('testCluster', { ownerUrl: '', appUrl: '', fault });
  }
  return async () => {
    await opened?.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
}

async function asAdministrator(cluster: TestCluster, statement: string): Promise<void> {
  // The template must have no sessions of its own while it is copied.
  const client = new pg.Client({ connectionString: inDatabase(cluster.ownerUrl, 'postgres') });
  await client.connect();
  try {
    await patiently(() => client.query(statement));
  } finally {
    await client.end();
  }
}

/** Another copy of the template may be under way (55006, object in use). */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === 20 || (error as { code?: string }).code !== '55006') throw error;
      await sleep(100);
    }
  }
}

function inDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs that were killed leave their cluster behind: those whose process is gone are stopped and removed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((it) => it.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(path.join(folder, 'pid'), 'utf8')))) continue;
      // Opening ends the orphan of the same folder by the launcher's own careful way.
      const orphan = await openDatabase({
        dataDir: path.join(folder, 'data'),
        careless: CARELESS,
        log: () => {},
      });
      await orphan.stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's or half made: leave it to the system's own cleaning.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
