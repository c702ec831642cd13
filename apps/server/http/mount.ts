import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Context } from '@mosty/kernel/context';
import { withIdempotency } from '@mosty/kernel/db';
import type { FileAnswer, Request, Served } from '@mosty/kernel/http';
import { problemSchema } from '@mosty/kernel/operation';
import { refuse } from '@mosty/kernel/refusal';
import type { OriginOf } from './origin.ts';

/** Resolves who asks, from the session cookie or the API key. */
export type ResolveContext = (request: FastifyRequest) => Promise<Context>;

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Mounts one operation under `/api/v1`: parse → verb → present. */
export function mount(
  app: FastifyInstance,
  served: Served,
  { resolve, origin }: { readonly resolve: ResolveContext; readonly origin: OriginOf },
): void {
  const { operation } = served;
  const withBody = operation.method !== 'GET' && operation.consumes === 'json';
  app.withTypeProvider<ZodTypeProvider>().route({
    method: operation.method,
    url: operation.path,
    schema: {
      operationId: operation.id,
      summary: operation.summary,
      tags: [operation.tag],
      params: operation.params,
      querystring: operation.query,
      ...(withBody ? { body: operation.body } : {}),
      ...(operation.produces
        ? { produces: [operation.produces] }
        : { response: { [operation.status]: operation.answer, default: problemSchema } }),
      'x-permission': operation.permission,
      ...(operation.produces ? { 'x-produces': operation.produces } : {}),
      'x-idempotent': operation.idempotent && operation.consumes === 'json',
      security: operation.permission === 'public' ? [] : [{ apiKey: [] }, { session: [] }],
    },
    handler: async (request, reply) => {
      const ctx = await resolve(request);
      const input: Request<unknown, unknown, unknown> = {
        params: request.params,
        query: request.query,
        body: operation.consumes === 'stream' ? request.raw : request.body,
        remoteAddress: request.ip,
        origin: origin(request),
        headers: request.headers,
      };
      const answer = await run(served, ctx, input, keyOf(request));
      if (operation.produces) return sendFile(reply, answer as FileAnswer, request.headers['if-none-match']);
      reply.status(operation.status);
      return answer;
    },
  });
}

function run(served: Served, ctx: Context, input: Request<unknown, unknown, unknown>, key: string | null) {
  if (key === null || !served.operation.idempotent || served.operation.consumes === 'stream') {
    return served.handle(ctx, input);
  }
  return withIdempotency(ctx, served.operation, key, [input.params, input.query, input.body], (tx) =>
    served.handle(tx, input),
  );
}

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key)) refuse('invalid', 'request.idempotency_key_malformed', {});
  return key;
}

/** To be saved, whatever it holds: nothing of it runs as a page of ours. */
function sendFile(reply: FastifyReply, file: FileAnswer, known: string | undefined) {
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  if (file.etag !== undefined) reply.header('etag', file.etag);
  reply.header('cache-control', file.etag === undefined ? 'no-store' : 'private, no-cache');
  if (file.etag !== undefined && known === file.etag) {
    if (file.content instanceof Readable) file.content.destroy();
    return reply.status(304).send();
  }
  return reply
    .header('content-type', file.contentType)
    .header(
      'content-disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(file.filename.toWellFormed())}`,
    )
    .send(file.content);
}
