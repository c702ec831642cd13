import type { FastifyInstance } from 'fastify';
import { LOOK_HEADER } from '@mosty/identity/contract';

/** A file is fetched by the browser itself, which sends no header of ours: with whose eyes one looks stands in its address. */
export function takeLookFromAddress(api: FastifyInstance): void {
  api.addHook('onRequest', async (request) => {
    const query = request.query as Record<string, unknown>;
    const partnerId = query[LOOK_HEADER];
    if (typeof partnerId !== 'string') return;
    delete query[LOOK_HEADER];
    request.headers[LOOK_HEADER] = partnerId;
  });
}
