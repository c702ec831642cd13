import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemContext } from '@mosty/identity';
import { openPool } from '@mosty/kernel/db';
import { openRedirect } from '@mosty/tracking';
import { tellCpuWhenAsked } from '../process/child.ts';

/**
 * Answers until its input ends, and tells its processor time when it is asked: its own threads and nothing of the database.
 * `waiting` is ours while the database takes no clicks: what answering costs without loading.
 * node server.ts bare | ours | waiting APP_URL FOLDER
 */
const [kind, appUrl = '', folder = ''] = process.argv.slice(2);
const redirect = kind === 'bare' ? null : await open();
const LOADER = 'tracking.loader';
const LOCATION = 'https://shop.example/catalogue?utm_source=partner&utm_medium=affiliate&p=bench';

const server = createServer((request, response) => {
  if (redirect) {
    if (!redirect.answers(request, response)) response.writeHead(404).end();
    return;
  }
  response.writeHead(302, { location: LOCATION });
  response.end();
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
tellCpuWhenAsked(async () => redirect?.stop());

async function open() {
  const database = openPool(appUrl, 3);
  return openRedirect({
    database,
    contextOf: (workspace, job) =>
      kind === 'waiting' && job === LOADER
        ? Promise.reject(new Error('not now'))
        : systemContext(database, workspace, job),
    folder,
    proxies: 0,
    https: true,
    onFault: (error) => kind === 'ours' && process.stderr.write(`${String(error)}\n`),
  });
}
