import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { SignIn } from '@mosty/identity';
import type { PublicServed } from '@mosty/identity/http';
import { problemSchema } from '@mosty/kernel/operation';

const BODY_BYTES_MAX = 64 * 1024;

/** `/api/auth/…`: the sign-in library speaks the web's Request and Response. */
export function mountSignIn(app: FastifyInstance, signIn: SignIn): void {
  void app.register(async (auth) => {
    auth.removeAllContentTypeParsers();
    auth.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX }, (_request, body, done) =>
      done(null, body),
    );
    auth.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: async (request, reply) => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(request.headers)) {
          for (const one of Array.isArray(value) ? value : [value])
            if (one !== undefined) headers.append(name, one);
        }
        const body =
          request.method === 'POST' && Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null;
        const url = new URL(request.url, signIn.settings.publicUrl);
        const response = await signIn.handle(
          new Request(url, { method: request.method, headers, body }),
          request.ip,
        );
        reply.status(response.status);
        response.headers.forEach((value, name) => {
          if (name !== 'set-cookie') reply.header(name, value);
        });
        const cookies = response.headers.getSetCookie();
        if (cookies.length > 0) reply.header('set-cookie', cookies);
        return reply.send(Buffer.from(await response.arrayBuffer()));
      },
    });
  });
}

/** An operation that needs no session: the welcome, the first set-up, an invitation, a way into the demo. */
export function mountPublic(api: FastifyInstance, served: PublicServed, signIn: SignIn): void {
  const { operation } = served;
  api.withTypeProvider<ZodTypeProvider>().route({
    method: operation.method,
    url: operation.path,
    schema: {
      operationId: operation.id,
      summary: operation.summary,
      tags: [operation.tag],
      params: operation.params,
      querystring: operation.query,
      ...(operation.method === 'GET' ? {} : { body: operation.body }),
      response: { [operation.status]: operation.answer, default: problemSchema },
      'x-permission': operation.permission,
      security: [],
    },
    handler: async (request, reply) => {
      const { answer, setCookie } = await served.handle(signIn, {
        params: request.params,
        query: request.query,
        body: request.body,
        remoteAddress: request.ip,
        origin: signIn.settings.publicUrl,
        headers: request.headers,
      });
      if (setCookie) reply.header('set-cookie', [...setCookie]);
      return reply.status(operation.status).send(answer);
    },
  });
}
