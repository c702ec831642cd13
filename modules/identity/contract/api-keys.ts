import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { scopeSchema } from './roles.ts';

export const API_KEY_PREFIX = 'mosty_sk_';

export const apiKeySchema = z.object({
  id: idSchema('api_key'),
  name: z.string(),
  scopes: z.array(scopeSchema),
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
  body: z.strictObject({ name: z.string().trim().min(1).max(100), scopes: z.array(scopeSchema).min(1) }),
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
