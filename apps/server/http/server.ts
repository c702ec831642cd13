import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import fastify, {
  type FastifyServerFactory,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { Served } from '@mosty/kernel/http';
import { REPOSITORY } from '../config.ts';
import { addHealth, type Health } from './health.ts';
import { allowTracking } from './allow-tracking.ts';
import { takeLookFromAddress } from './look-in-address.ts';
import { mount, type ResolveContext } from './mount.ts';
import { addOpenApi } from './openapi.ts';
import { originBehind } from './origin.ts';
import { answerProblem } from './problem.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { serializerCompiler } from './serialize.ts';
import { addTracker } from './tracker.ts';

const BODY_BYTES_MAX = 5 * 1024 * 1024;
export const REQUESTS_PER_MINUTE_MAX = 1_200;

type Front = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface ServerSetup {
  readonly served: readonly Served[];
  readonly resolve: ResolveContext;
  readonly health: Health;
  readonly proxies: number;
  /** Where people open the program, unless a proxy of ours says otherwise. */
  readonly publicUrl: string;
  /** Of one address, under `/api/v1`. */
  readonly requestsPerMinuteMax: number;
  /** To the standard output, or to whoever reads the lines. */
  readonly log: boolean | { write(line: string): void };
  /** Asked before anything else: true when it has answered. For what must cost next to nothing. */
  readonly front?: Front | undefined;
  /** Mounts what is not an operation: sign-in. */
  readonly extend: (app: FastifyInstance) => void;
  /** Mounts operations that need no session, under `/api/v1`. */
  readonly extendApi: (api: FastifyInstance) => void;
}

/** The HTTP side, not yet listening. */
export async function buildServer(setup: ServerSetup): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: (_address, hop) => hop < setup.proxies,
    logger: setup.log
      ? {
          level: 'info',
          redact: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
          serializers: { req: loggedRequest },
          ...(typeof setup.log === 'object' ? { stream: setup.log } : {}),
        }
      : false,
    routerOptions: { maxParamLength: 300 },
    ...(setup.front ? { serverFactory: behind(setup.front) } : {}),
  });
  const origin = originBehind(setup);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerProblem);
  addSecurityHeaders(app);
  addHealth(app, setup.health);
  addTracker(app);
  setup.extend(app);
  await app.register(
    async (api) => {
      await api.register(rateLimit, { max: setup.requestsPerMinuteMax, timeWindow: '1 minute' });
      // A raw upload goes to its handler as a stream: it may be larger than any body kept in memory.
      api.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));
      await addOpenApi(api);
      allowTracking(api);
      takeLookFromAddress(api);
      setup.extendApi(api);
      for (const served of setup.served) mount(api, served, { resolve: setup.resolve, origin });
    },
    { prefix: '/api/v1' },
  );
  await addWebApp(app);
  return app;
}

/**
 * What a line says of a request: the address as it was declared. The one that was asked may carry a secret, in a
 * one-time link, a form's token, a provider's key or a question; of what nobody declared only the first word is kept.
 */
function loggedRequest(request: FastifyRequest) {
  const declared = request.routeOptions?.url;
  return {
    method: request.method,
    url:
      declared && !declared.includes('*')
        ? declared
        : (/^\/[a-z-]{0,20}(?=[/?]|$)/.exec(request.url)?.[0] ?? ''),
    remoteAddress: request.ip,
  };
}

/** The front is asked on the bare server, before anything is read, parsed or routed. */
function behind(front: Front): FastifyServerFactory<Server> {
  return (handler) =>
    createServer((request, response) => {
      if (!front(request, response)) handler(request, response);
    });
}

/** Serves the built web app; every unknown path outside `/api` is one of its pages. */
async function addWebApp(app: FastifyInstance): Promise<void> {
  const root = path.join(REPOSITORY, 'apps/web/dist');
  if (existsSync(root)) {
    await app.register(fastifyStatic, {
      root,
      wildcard: true,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      index: false,
      // Only names made of the content stand for ever: the service worker, the manifest and icons keep theirs.
      setHeaders: (reply, file) => {
        if (!file.includes(`${path.sep}assets${path.sep}`)) reply.header('cache-control', 'no-cache');
      },
    });
  }
  const sendPage = (reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false });
  const isBuilt = existsSync(path.join(root, 'index.html'));
  // Static files refuse the folder itself to whoever takes no compressed answer: a probe, curl.
  if (isBuilt) app.get('/', (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !path.extname(request.url.split('?')[0] ?? '');
    if (isPage && isBuilt) return sendPage(reply);
    return reply
      .status(404)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: 'urn:mosty:problem:request.no_such_path',
          title: 'request.no_such_path',
          status: 404,
          kind: 'not_found',
          code: 'request.no_such_path',
          params: { path: request.url.slice(0, 200) },
        }),
      );
  });
}
