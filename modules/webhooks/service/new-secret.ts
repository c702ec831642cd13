import { randomBytes } from 'node:crypto';
import type { Tx } from '@mosty/kernel/context';
import { seal, unseal } from '@mosty/kernel/seal';
import { SECRET_BYTES, SECRET_PREFIX } from '../domain/signature.ts';
import type { EndpointRecord } from '../store/endpoints.ts';

const placeOf = (tx: Tx, endpointId: string) => `webhooks.endpoint/${tx.workspaceId}/${endpointId}`;

/** As it is shown once, and as it is kept. */
export function newSecret(tx: Tx, endpointId: string): { secret: string; sealed: string } {
  const secret = SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64');
  return { secret, sealed: seal(secret, placeOf(tx, endpointId)) };
}

/** Those that sign now, the newest first. */
export function secretsOf(tx: Tx, endpoint: EndpointRecord): string[] {
  const { secret, oldSecret, oldSecretUntil } = endpoint;
  const overlaps = oldSecret !== null && oldSecretUntil !== null && oldSecretUntil > tx.now();
  return [secret, ...(overlaps ? [oldSecret] : [])].map((one) => unseal(one, placeOf(tx, endpoint.id)));
}
