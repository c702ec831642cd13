import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemContext } from '@mosty/identity';
import { openPool } from '@mosty/kernel/db';
import { openRedirect } from '@mosty/tracking';

/**
 * Answers until its input ends, then tells the processor time it took to answer: its own threads and nothing of the
 * database, and not what it did before the first request or while it closed.
 * node server.ts bare | ours APP_URL FOLDER
 */
const [kind, appUrl = '', folder = ''] = process.argv.slice(2);
const redirect = kind === 'ours' ? await open() : null;
const LOCATION = 'https://shop.example/catalogue?utm_source=partner&utm_medium=affiliate&p=bench';
let begin: NodeJS.CpuUsage | undefined;

const server = createServer((request, response) => {
  begin ??= process.cpuUsage();
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
process.stdin.resume();
process.stdin.once('end', () => void close());

async function open() {
  const database = openPool(appUrl, 3);
  return openRedirect({
    database,
    contextOf: (workspace, job) => systemContext(database, workspace, job),
    folder,
    proxies: 0,
    https: true,
    onFault: (error) => process.stderr.write(`${String(error)}\n`),
  });
}

async function close(): Promise<void> {
  const { user, system } = process.cpuUsage(begin);
  process.stdout.write(`${JSON.stringify({ cpuMicros: user + system })}\n`);
  await redirect?.stop();
  process.exit();
}
