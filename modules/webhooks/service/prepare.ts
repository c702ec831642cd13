import { findWorkspace } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { eventAt } from '@mosty/kernel/events';
import { isId } from '@mosty/kernel/id';
import { TEST_EVENT } from '../contract/events.ts';
import { bodyOf, type Happened } from '../domain/public-events.ts';
import { signed } from '../domain/signature.ts';
import { filled } from '../domain/template.ts';
import { claimDelivery, type DeliveryRecord } from '../store/deliveries.ts';
import { findEndpoint, type EndpointRecord } from '../store/endpoints.ts';
import { findPostback, type PostbackRecord } from '../store/postbacks.ts';
import { secretsOf } from './new-secret.ts';
import type { Letter } from './send.ts';

export type Target =
  | { readonly kind: 'endpoint'; readonly is: EndpointRecord }
  | { readonly kind: 'postback'; readonly is: PostbackRecord };

export interface Prepared {
  readonly delivery: DeliveryRecord;
  readonly target: Target;
  /** Null when the event cannot be told: our fault, and this delivery's alone. */
  readonly letter: Letter | null;
  readonly isDemo: boolean;
}

/** Takes a delivery in hand until the lease ends, and makes up what is to be sent. Null when there is nothing to do. */
export function prepare(ctx: Context, deliveryId: string, leaseUntil: Date): Promise<Prepared | null> {
  return transact(ctx, async (tx) => {
    const delivery = await claimDelivery(tx, deliveryId, leaseUntil);
    if (!delivery) return null;
    const target = await targetOf(tx, delivery.targetId);
    if (!target || target.is.state === 'off') return null;
    const letter = await letterOf(tx, delivery, target).catch(() => null);
    return { delivery, target, letter, isDemo: (await findWorkspace(tx))?.isDemo === true };
  });
}

async function targetOf(tx: Tx, id: string): Promise<Target | null> {
  if (isId('endpoint', id)) {
    const found = await findEndpoint(tx, id);
    return found ? { kind: 'endpoint', is: found } : null;
  }
  const found = await findPostback(tx, id);
  return found ? { kind: 'postback', is: found } : null;
}

async function letterOf(tx: Tx, delivery: DeliveryRecord, target: Target): Promise<Letter> {
  if (target.kind === 'postback') {
    const url = filled(target.is.url, delivery.fill ?? {});
    return { url, method: 'GET', body: null, headers: { 'webhook-id': delivery.id } };
  }
  const body = bodyOf(await whatHappened(tx, delivery));
  const headers = signed(secretsOf(tx, target.is), { id: delivery.eventId, at: tx.now(), body });
  return {
    url: target.is.url,
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
  };
}

/** The event behind a delivery; a test is an event of its own. */
export async function whatHappened(tx: Tx, delivery: DeliveryRecord): Promise<Happened> {
  if (delivery.type === TEST_EVENT)
    return { type: TEST_EVENT, at: delivery.occurredAt, body: { endpointId: delivery.targetId } };
  const event = delivery.eventSeq === null ? undefined : await eventAt(tx, delivery.eventSeq);
  if (!event) throw new Error(`the event of ${delivery.id} is not there`);
  return { type: delivery.type, at: event.at, body: event.body };
}
