import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { rights } from '../policy.ts';
import { saveEndpoint, type EndpointRecord } from '../store/endpoints.ts';
import { heldEndpoint } from './held-endpoint.ts';
import { newSecret } from './new-secret.ts';

const HOUR_MS = 3_600_000;

/** Both sign until the overlap ends; with an overlap of 0 the old one, known to a stranger perhaps, ends at once. */
export function rotateSecret(
  ctx: Context,
  input: { endpointId: string; overlapHours: number },
): Promise<{ endpoint: EndpointRecord; secret: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const before = await heldEndpoint(tx, input.endpointId);
    const { secret, sealed } = newSecret(tx, before.id);
    const overlaps = input.overlapHours > 0;
    const endpoint: EndpointRecord = {
      ...before,
      secret: sealed,
      oldSecret: overlaps ? before.secret : null,
      oldSecretUntil: overlaps ? new Date(tx.now().getTime() + input.overlapHours * HOUR_MS) : null,
    };
    await saveEndpoint(tx, endpoint);
    tx.audit({
      verb: 'webhooks.rotate_secret',
      subject: endpoint.id,
      change: { overlapHours: input.overlapHours },
    });
    return { endpoint, secret };
  });
}
