import type { Tx } from '@mosty/kernel/context';
import type { KeptEvent } from '@mosty/kernel/events';
import { insertDeliveries } from '../store/deliveries.ts';
import { listEndpoints } from '../store/endpoints.ts';
import { deliveryOf } from './replay.ts';
import { wakeDeliveries } from './wake.ts';

/** A delivery for every address that is on and chose the event. It hears of nothing that happened before it was made. */
export async function queueDeliveries(tx: Tx, events: readonly KeptEvent[]): Promise<void> {
  const endpoints = (await listEndpoints(tx)).filter(({ state }) => state === 'on');
  const wanted = endpoints.flatMap((endpoint) => {
    const chosen = new Set<string>(endpoint.events);
    return events
      .filter((event) => chosen.has(event.type) && event.at >= endpoint.createdAt)
      .map((event) => deliveryOf(tx, endpoint.id, event));
  });
  if ((await insertDeliveries(tx, wanted)) > 0) tx.afterCommit(wakeDeliveries);
}
