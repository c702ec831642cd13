import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { eventsBetween, type KeptEvent } from '@mosty/kernel/events';
import { refuse } from '@mosty/kernel/refusal';
import { REPLAY_DAYS_MAX } from '../contract/deliveries.ts';
import { rights } from '../policy.ts';
import {
  findDelivery,
  insertDeliveries,
  lockDelivery,
  requeue,
  saveDelivery,
  type DeliveryRecord,
} from '../store/deliveries.ts';
import { findEndpoint, type EndpointRecord } from '../store/endpoints.ts';
import { heldEndpoint } from './held-endpoint.ts';
import { wakeDeliveries } from './wake.ts';

const DAY_MS = 86_400_000;
const PAGE = 500;

/** Now, with the same id: a receiver that had it already knows it again. @throws webhooks.no_delivery, webhooks.endpoint_off */
export function replayDelivery(ctx: Context, input: { deliveryId: string }): Promise<DeliveryRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const found = (await lockDelivery(tx, input.deliveryId)) ?? refuse('not_found', 'webhooks.no_delivery');
    const endpoint = await findEndpoint(tx, found.targetId);
    if (endpoint?.state !== 'on') refuse('not_now', 'webhooks.endpoint_off');
    await saveDelivery(tx, { ...found, state: 'waiting', tries: 0, nextAttemptAt: tx.now(), endedAt: null });
    tx.audit({
      verb: 'webhooks.replay_delivery',
      subject: found.targetId,
      change: { deliveryId: found.id, eventId: found.eventId },
    });
    tx.afterCommit(wakeDeliveries);
    return (await findDelivery(tx, found.id)) ?? refuse('not_found', 'webhooks.no_delivery');
  });
}

/**
 * Of the events of a period what failed and what was never sent (the address was off or did not exist yet), or all.
 * @throws webhooks.no_endpoint, webhooks.endpoint_off, webhooks.period_wrong
 */
export function replayPeriod(
  ctx: Context,
  input: { endpointId: string; from: Date; to: Date; what: 'undelivered' | 'all' },
): Promise<{ queued: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'webhook.write');
    const { from, to } = input;
    const days = (to.getTime() - from.getTime()) / DAY_MS;
    if (!(days > 0) || days > REPLAY_DAYS_MAX)
      refuse('invalid', 'webhooks.period_wrong', { days: REPLAY_DAYS_MAX });
    const endpoint = await heldEndpoint(tx, input.endpointId);
    if (endpoint.state === 'off') refuse('not_now', 'webhooks.endpoint_off');
    const again = await requeue(tx, { targetId: endpoint.id, from, to, all: input.what === 'all' });
    const queued = again + (await queueMissed(tx, endpoint, from, to));
    tx.audit({
      verb: 'webhooks.replay_period',
      subject: endpoint.id,
      change: { from: from.toISOString(), to: to.toISOString(), what: input.what, queued },
    });
    tx.afterCommit(wakeDeliveries);
    return { queued };
  });
}

async function queueMissed(tx: Tx, endpoint: EndpointRecord, from: Date, to: Date): Promise<number> {
  let queued = 0;
  for (let seq = 0n; ; ) {
    const events = await eventsBetween(tx, { seq, from, to, types: endpoint.events, limit: PAGE });
    queued += await insertDeliveries(
      tx,
      events.map((event) => deliveryOf(tx, endpoint.id, event)),
    );
    const last = events.at(-1);
    if (!last || events.length < PAGE) return queued;
    seq = last.seq;
  }
}

/** What tells one address of one event. */
export function deliveryOf(tx: Tx, targetId: string, event: KeptEvent) {
  return {
    id: tx.id('delivery'),
    targetId,
    partnerId: null,
    eventId: event.id,
    eventSeq: event.seq,
    type: event.type,
    occurredAt: event.at,
    item: '',
    fill: null,
  };
}
