import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { scopeSchema } from './roles.ts';

export const API_KEY_PREFIX = 'mosty_sk_';
/** Of a key that stands in the source of a web page. */
export const PUBLISHABLE_PREFIX = 'pk_';

export const API_KEY_KINDS = ['secret', 'publishable'] as const;
export type ApiKeyKind = (typeof API_KEY_KINDS)[number];

/** As a browser sends it: scheme, host and port, nothing after. */
const originSchema = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .transform((address) => new URL(address).origin);

export const apiKeySchema = z.object({
  id: idSchema('api_key'),
  name: z.string(),
  kind: z.enum(API_KEY_KINDS),
  scopes: z.array(scopeSchema),
  /** Sites a publishable key works from; none: every site that links may lead to. */
  origins: z.array(z.string()),
  /** The whole of a publishable key: it is no secret. */
  publicText: z.string().nullable(),
  /** The last characters, to tell keys apart. */
  tail: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});

export const listApiKeys = operation({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api-keys',
  summary: 'Keys with which programs sign in; the keys themselves are kept nowhere',
  tag: 'identity',
  permission: 'api_key.read',
  answer: z.object({ items: z.array(apiKeySchema) }),
});

/** Not replayed by an Idempotency-Key: the stored answer would hold the secret. */
export const createApiKey = operation({
  id: 'createApiKey',
  method: 'POST',
  path: '/api-keys',
  summary: 'Issues a key and shows it this once',
  tag: 'identity',
  permission: 'api_key.create',
  body: z
    .strictObject({
      name: z.string().trim().min(1).max(100),
      kind: z.enum(API_KEY_KINDS).default('secret'),
      /** Of a secret key; a publishable one may tell clicks and nothing else. */
      scopes: z.array(scopeSchema).default([]),
      origins: z.array(originSchema).max(20).default([]),
    })
    .refine(({ kind, scopes }) => (kind === 'secret') === scopes.length > 0, {
      message: 'a secret key needs a scope, a publishable one takes none',
      path: ['scopes'],
    }),
  answer: z.object({ key: apiKeySchema, secret: z.string() }),
  status: 201,
  idempotent: false,
});

export const revokeApiKey = operation({
  id: 'revokeApiKey',
  method: 'POST',
  path: '/api-keys/:apiKeyId/revocation',
  summary: 'Ends a key for ever',
  tag: 'identity',
  permission: 'api_key.revoke',
  params: z.strictObject({ apiKeyId: idSchema('api_key') }),
  answer: apiKeySchema,
});
