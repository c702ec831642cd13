import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { API_KEY_PREFIX } from '../contract/api-keys.ts';
import type { Scope } from '../contract/roles.ts';
import { hashSecret } from '../domain/secret.ts';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { insertApiKey, type ApiKey } from '../store/api-keys.ts';
import { newSecret } from './new-secret.ts';

/** The secret is in the answer and nowhere else: only its hash is kept. */
export function createApiKey(
  ctx: Context,
  input: { name: string; scopes: readonly Scope[] },
): Promise<{ key: ApiKey; secret: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'api_key.create');
    const secret = `${API_KEY_PREFIX}${newSecret()}`;
    const key: ApiKey = {
      id: tx.id('api_key'),
      name: input.name,
      scopes: [...new Set(input.scopes)],
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
      change: { name: key.name, scopes: key.scopes },
    });
    return { key, secret };
  });
}
