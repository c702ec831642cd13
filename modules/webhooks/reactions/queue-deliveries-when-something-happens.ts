import { defineReaction } from '@mosty/kernel/events';
import { PUBLIC_EVENTS } from '../contract/events.ts';
import { queueDeliveries } from '../service/queue-deliveries.ts';

/**
 * The outbox. Deliveries are written in the transaction that also moves this reaction's progress: an event is queued
 * for every address that chose it, once, or the whole batch is met again.
 */
export const queueDeliveriesWhenSomethingHappens = defineReaction({
  name: 'webhooks.queue-deliveries',
  on: PUBLIC_EVENTS,
  run: queueDeliveries,
});
