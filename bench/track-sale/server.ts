import type { AddressInfo } from 'node:net';
import { openSignIn } from '@mosty/identity';
import { openPool } from '@mosty/kernel/db';
import { SERVED } from '@mosty/server/composition';
import { buildServer } from '@mosty/server/http';
import { tellCpuWhenAsked } from '../process/child.ts';

/**
 * The HTTP side as it is, without a limit of requests and without reactions, until its input ends.
 * node server.ts APP_URL CONNECTIONS
 */
const [appUrl = '', connections = ''] = process.argv.slice(2);
const publicUrl = 'http://localhost';
const database = openPool(appUrl, Number(connections));
const signIn = openSignIn({
  database,
  secret: 'a secret of the benchmark, longer than 32 letters',
  publicUrl,
});
const app = await buildServer({
  served: SERVED,
  resolve: (request) => signIn.contextFromRequest({ method: request.method, headers: request.headers }),
  extend: () => {},
  extendApi: () => {},
  health: { troubles: async () => [] },
  proxies: 0,
  publicUrl,
  requestsPerMinuteMax: Number.MAX_SAFE_INTEGER,
  log: false,
});
await app.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`);
tellCpuWhenAsked(async () => {
  await app.close();
  await database.close();
});
