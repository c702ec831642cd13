import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { rights } from '../policy.ts';
import { giveUpWaiting } from '../store/deliveries.ts';
import { endEndpoint } from '../store/endpoints.ts';
import { heldEndpoint } from './held-endpoint.ts';

/** For ever: its log stays for as long as any. @throws webhooks.no_endpoint */
export function removeEndpoint(ctx: Context, input: { endpointId: string }): Promise<{ removed: boolean }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const endpoint = await heldEndpoint(tx, input.endpointId);
    await endEndpoint(tx, endpoint.id);
    await giveUpWaiting(tx, endpoint.id);
    tx.audit({ verb: 'webhooks.remove_endpoint', subject: endpoint.id });
    return { removed: true };
  });
}
