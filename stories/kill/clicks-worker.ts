import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemContext } from '@mosty/identity';
import { openPool } from '@mosty/kernel/db';
import { openRedirect } from '@mosty/tracking';

/**
 * Answers tracked links until it is killed; says the port it answers on.
 * node clicks-worker.ts APP_URL FOLDER
 */
const [appUrl = '', folder = ''] = process.argv.slice(2);
const database = openPool(appUrl, 3);
const redirect = await openRedirect({
  database,
  contextOf: (workspace, job) => systemContext(database, workspace, job),
  folder,
  proxies: 0,
  https: false,
  // The database is killed too, and away for a while: that is what is tried here.
  onFault: () => {},
});
const server = createServer((request, response) => {
  if (!redirect.answers(request, response)) response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
