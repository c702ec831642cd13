import type { FastifyInstance } from 'fastify';

const CLICK = '/track/click';

/**
 * Pages of a shop tell their own visits here, with a publishable key and no cookie of ours. Which sites may is looked up
 * by the key; to a browser the door is open, or it would not even carry the refusal back.
 */
export function allowTracking(api: FastifyInstance): void {
  api.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?')[0] === `/api/v1${CLICK}`) reply.header('access-control-allow-origin', '*');
  });
  api.options(CLICK, { schema: { hide: true } }, (_request, reply) =>
    reply
      .status(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'authorization, content-type, idempotency-key')
      .header('access-control-max-age', '86400')
      .send(),
  );
}
