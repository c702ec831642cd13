import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

interface Instance {
  connect(): Promise<{
    run(sql: string): Promise<unknown>;
    runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
  }>;
}

/** DuckDB for this one run, from npm into the given folder; a sentence why not, where it cannot be had. */
export async function openDuckDb(folder: string): Promise<Awaited<ReturnType<Instance['connect']>> | string> {
  const installed = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, '@duckdb/node-api'],
    { stdio: 'ignore', timeout: 240_000 },
  );
  if (installed.status !== 0) return 'DuckDB could not be installed from npm, so it was not measured';
  try {
    const { DuckDBInstance } = createRequire(path.join(folder, 'package.json'))('@duckdb/node-api') as {
      DuckDBInstance: { create(file: string): Promise<Instance> };
    };
    return await (await DuckDBInstance.create(':memory:')).connect();
  } catch (error) {
    return `DuckDB could not be loaded: ${error instanceof Error ? error.message.slice(0, 120) : String(error)}`;
  }
}
