import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { TEST_EVENT } from '../contract/events.ts';
import { rights } from '../policy.ts';
import { findDelivery, insertDeliveries, type DeliveryRecord } from '../store/deliveries.ts';
import { heldEndpoint } from './held-endpoint.ts';
import { wakeDeliveries } from './wake.ts';

/** To one address alone, whatever events it chose. @throws webhooks.no_endpoint, webhooks.endpoint_off */
export function testEndpoint(ctx: Context, input: { endpointId: string }): Promise<DeliveryRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const endpoint = await heldEndpoint(tx, input.endpointId);
    if (endpoint.state === 'off') refuse('not_now', 'webhooks.endpoint_off');
    const id = tx.id('delivery');
    await insertDeliveries(tx, [
      {
        id,
        targetId: endpoint.id,
        partnerId: null,
        eventId: tx.id('event'),
        eventSeq: null,
        type: TEST_EVENT,
        occurredAt: tx.now(),
        item: '',
        fill: null,
      },
    ]);
    tx.audit({ verb: 'webhooks.test_endpoint', subject: endpoint.id });
    tx.afterCommit(wakeDeliveries);
    return (await findDelivery(tx, id)) ?? refuse('not_found', 'webhooks.no_delivery');
  });
}
