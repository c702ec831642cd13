import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { API_KEY_PREFIX, PUBLISHABLE_PREFIX, type ApiKeyKind } from '../contract/api-keys.ts';
import type { Scope } from '../contract/roles.ts';
import { hashSecret } from '../domain/secret.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { insertApiKey, type ApiKey } from '../store/api-keys.ts';
import { newSecret } from './new-secret.ts';

const PUBLISHABLE_SCOPES: readonly Scope[] = ['click:write'];

/** A secret is in the answer and nowhere else: only its hash is kept. A publishable key may be shown again. */
export function createApiKey(
  ctx: Context,
  input: {
    name: string;
    kind?: ApiKeyKind | undefined;
    scopes: readonly Scope[];
    origins?: readonly string[] | undefined;
  },
): Promise<{ key: ApiKey; secret: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'api_key.create');
    const kind = input.kind ?? 'secret';
    const isPublic = kind === 'publishable';
    const secret = `${isPublic ? PUBLISHABLE_PREFIX : API_KEY_PREFIX}${newSecret()}`;
    const key: ApiKey = {
      id: tx.id('api_key'),
      name: input.name,
      kind,
      origins: [...new Set(input.origins)],
      publicText: isPublic ? secret : null,
      scopes: [...new Set(isPublic ? PUBLISHABLE_SCOPES : input.scopes)],
      hash: hashSecret(secret),
      tail: secret.slice(-4),
      createdBy: tx.actor.id,
      createdAt: tx.now(),
      lastUsedAt: null,
      revokedAt: null,
    };
    await insertApiKey(tx, key);
    tx.audit({
      verb: 'identity.create_api_key',
      subject: key.id,
      change: { name: key.name, kind, scopes: key.scopes, origins: key.origins },
    });
    return { key, secret };
  });
}
