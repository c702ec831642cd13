import type { FastifyInstance } from 'fastify';
import type { Context } from '@mosty/kernel/context';
import { SERVED } from '@mosty/server/composition';
import { buildServer } from '@mosty/server/http';

/** The real server with every route, where a header says whose context a request has. */
export async function appFor(
  actors: Readonly<Record<string, Context>>,
  log: Parameters<typeof buildServer>[0]['log'] = false,
): Promise<FastifyInstance> {
  return buildServer({
    served: SERVED,
    resolve: async (request) => {
      const name = request.headers['x-actor'];
      const found = typeof name === 'string' ? actors[name] : undefined;
      if (!found) throw new Error(`no actor ${String(name)}`);
      return found;
    },
    // A fault hides behind its id in the answer; a test wants to read it.
    extend: (app) => {
      app.addHook('onError', async (_request, _reply, error) => {
        if (!('kind' in error) && !('statusCode' in error))
          process.stderr.write(`${error.stack ?? error.message}\n`);
      });
    },
    extendApi: () => {},
    health: { troubles: async () => [] },
    proxies: 0,
    publicUrl: 'http://localhost',
    requestsPerMinuteMax: Number.MAX_SAFE_INTEGER,
    log,
  });
}
