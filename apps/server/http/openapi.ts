import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { completeOpenApi } from './complete-openapi.ts';
import { toldOutside } from './openapi-webhooks.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** The right an operation asks for; the authorisation matrix is made from it. */
    'x-permission'?: string;
    /** The content type of a file answer. */
    'x-produces'?: string;
    /** It is replayed by an Idempotency-Key. */
    'x-idempotent'?: boolean;
  }
}

const DESCRIPTION = `Amounts are integers in minor units with an ISO 4217 currency; rates are parts per million.
Times are ISO 8601. Lists page by \`cursor\`. Errors are RFC 9457 problem+json with a stable \`code\`.
A POST with an \`Idempotency-Key\` header can be repeated: the same key gives the same answer, with another body a 409.`;

/** OpenAPI 3.1 made from the operations, with a page to read it at `/api/v1`. */
export async function addOpenApi(api: FastifyInstance): Promise<void> {
  const toJsonSchema = createJsonSchemaTransform({});
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mosty',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      webhooks: toldOutside(),
      servers: [{ url: '/', description: 'This installation' }],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'A secret key from Settings → API keys' },
          session: { type: 'apiKey', in: 'cookie', name: 'mosty.session_token' },
        },
      },
    },
    transform: (input) => {
      const { schema, url } = toJsonSchema(input as Parameters<typeof toJsonSchema>[0]);
      const told = Object.entries(input.schema ?? {}).filter(([name]) => name.startsWith('x-'));
      return { schema: { ...schema, ...Object.fromEntries(told) }, url };
    },
    transformObject: (made) =>
      'openapiObject' in made ? completeOpenApi(made.openapiObject) : made.swaggerObject,
  });
  await api.register(swaggerUi, { routePrefix: '/reference', staticCSP: true });
  api.get('/openapi.json', { schema: { hide: true } }, async () => api.swagger());
  api.get('/', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/api/v1/reference'));
}
