import { once } from 'node:events';
import { createServer } from 'node:http';
import { readConfig } from '../config.ts';
import { listening } from '../listening.ts';
import { openRedirectIn } from '../redirect.ts';
import { stopSignal } from './stop-signal.ts';
import { withDatabase } from './with-database.ts';

/** `mosty redirect`: only `/r/…` links, beside the program or on a machine of its own with the same database. */
export async function run(): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const config = readConfig(process.env);
  return withDatabase(async ({ database }) => {
    const redirect = await openRedirectIn('clicks-redirect', config, database, say);
    const server = createServer((request, response) => {
      if (redirect.answers(request, response)) return;
      const status = request.url === '/livez' || (request.url === '/readyz' && redirect.ready()) ? 200 : 404;
      response.writeHead(request.url === '/readyz' && status !== 200 ? 503 : status, { 'content-length': 0 });
      response.end();
    });
    try {
      await listening(config, () => {
        server.listen(config.port, config.host);
        return once(server, 'listening');
      });
      say(`Links answer on ${config.publicUrl}/r/…   Stop: Ctrl-C`);
      await stopSignal();
      say('Stopping…');
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    } finally {
      await redirect.stop();
    }
    return 0;
  });
}
