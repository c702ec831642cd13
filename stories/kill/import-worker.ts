import { systemContext } from '@mosty/identity';
import { startImportJobs } from '@mosty/integrations';
import { openPool } from '@mosty/kernel/db';

/**
 * The server's import jobs and nothing else, until it is killed. Says `ready` when it has begun.
 * node import-worker.ts APP_URL DATA_DIR
 */
const [appUrl = '', dataDir = ''] = process.argv.slice(2);
const database = openPool(appUrl, 3);
const jobs = await startImportJobs({
  database,
  dataDir,
  contextOf: (workspace, job) => systemContext(database, workspace, job),
  onFault: (_importId, fault) => process.stderr.write(`${String(fault)}\n`),
});
process.stdout.write('ready\n');
await jobs.settle();
process.stdout.write('settled\n');
await jobs.stop();
await database.close();
