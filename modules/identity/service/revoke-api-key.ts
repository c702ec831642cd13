import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy/identity.ts';
import { permit } from '../policy/permit.ts';
import { findApiKey, saveRevocation, type ApiKey } from '../store/api-keys.ts';

/** Works from the key's next request on. Revoking twice is the same as once. */
export function revokeApiKey(ctx: Context, input: { apiKeyId: Id<'api_key'> }): Promise<ApiKey> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'api_key.revoke');
    const key = await findApiKey(tx, input.apiKeyId);
    if (!key) return refuse('not_found', 'identity.no_api_key');
    if (key.revokedAt) return key;
    await saveRevocation(tx, key.id);
    tx.audit({ verb: 'identity.revoke_api_key', subject: key.id });
    return { ...key, revokedAt: tx.now() };
  });
}
