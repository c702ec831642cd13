import type { Tx } from '@mosty/kernel/context';
import { defineReaction, type KeptEvent } from '@mosty/kernel/events';
import { PUBLIC_EVENTS } from '../contract/events.ts';
import { deliveryOf } from '../service/replay.ts';
import { wakeDeliveries } from '../service/wake.ts';
import { insertDeliveries } from '../store/deliveries.ts';
import { listEndpoints } from '../store/endpoints.ts';

/**
 * The outbox. Deliveries are written in the transaction that also moves this reaction's progress: an event is queued
 * for every address that chose it, once, or the whole batch is met again. An address hears of nothing that happened
 * before it was made.
 */
export const queueDeliveriesWhenSomethingHappens = defineReaction({
  name: 'webhooks.queue-deliveries',
  on: PUBLIC_EVENTS,
  async run(tx, events) {
    const endpoints = (await listEndpoints(tx)).filter(({ state }) => state === 'on');
    if (endpoints.length === 0) return;
    await queue(tx, endpoints, events);
  },
});

async function queue(
  tx: Tx,
  endpoints: Awaited<ReturnType<typeof listEndpoints>>,
  events: readonly KeptEvent[],
): Promise<void> {
  const wanted = endpoints.flatMap((endpoint) => {
    const chosen = new Set<string>(endpoint.events);
    return events
      .filter((event) => chosen.has(event.type) && event.at >= endpoint.createdAt)
      .map((event) => deliveryOf(tx, endpoint.id, event));
  });
  if ((await insertDeliveries(tx, wanted)) > 0) tx.afterCommit(wakeDeliveries);
}
