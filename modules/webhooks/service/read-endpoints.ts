import { partnersById } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { bodyOf } from '../domain/public-events.ts';
import { filled } from '../domain/template.ts';
import { rights } from '../policy.ts';
import { attemptsOf } from '../store/attempts.ts';
import { findDelivery, listDeliveries, type DeliveryRecord } from '../store/deliveries.ts';
import { countWaiting, findEndpoint, listEndpoints, type EndpointRecord } from '../store/endpoints.ts';
import { findPostback, listPostbacks, type PostbackRecord } from '../store/postbacks.ts';
import { whatHappened } from './prepare.ts';

export function readEndpoints(ctx: Context) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'webhook.read');
    const waiting = await countWaiting(tx);
    return {
      items: (await listEndpoints(tx)).map((one) => endpointView(one, tx.now(), waiting.get(one.id) ?? 0)),
    };
  });
}

/** @throws webhooks.no_endpoint */
export function readEndpoint(ctx: Context, endpointId: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'webhook.read');
    const found = (await findEndpoint(tx, endpointId)) ?? refuse('not_found', 'webhooks.no_endpoint');
    return endpointView(found, tx.now(), (await countWaiting(tx)).get(found.id) ?? 0);
  });
}

/** Without its secrets, which nobody reads again. */
export function endpointView(endpoint: EndpointRecord, now: Date, waiting = 0) {
  const { secret: _secret, oldSecret: _oldSecret, createdBy: _createdBy, ...rest } = endpoint;
  const { oldSecretUntil } = rest;
  const overlaps = oldSecretUntil !== null && oldSecretUntil > now;
  return { ...rest, events: [...rest.events], oldSecretUntil: overlaps ? oldSecretUntil : null, waiting };
}

/** Times of what is over are not shown as times to come. */
export function deliveryView(delivery: DeliveryRecord) {
  return { ...delivery, nextAttemptAt: delivery.state === 'waiting' ? delivery.nextAttemptAt : null };
}

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly state?: string | undefined;
}

/** @throws webhooks.no_endpoint */
export function readDeliveries(ctx: Context, endpointId: string, page: Page) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'webhook.read');
    if (!(await findEndpoint(tx, endpointId))) refuse('not_found', 'webhooks.no_endpoint');
    return deliveriesOf(tx, endpointId, page);
  });
}

/** @throws webhooks.no_postback */
export function readPostbackDeliveries(ctx: Context, postbackId: string, page: Page) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'postback.read');
    if (!(await findPostback(tx, postbackId))) refuse('not_found', 'webhooks.no_postback');
    return deliveriesOf(tx, postbackId, page);
  });
}

async function deliveriesOf(tx: Tx, targetId: string, page: Page) {
  const { cursor, limit, state } = page;
  const rows = await listDeliveries(tx, {
    targetId,
    state: state ?? null,
    after: decodeCursor(cursor),
    limit,
  });
  return pageFrom(rows.map(deliveryView), limit, (row) => ({
    value: row.createdAt.toISOString(),
    id: row.id,
  }));
}

/** @throws webhooks.no_delivery */
export function readDelivery(ctx: Context, deliveryId: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'webhook.read');
    const found = (await findDelivery(tx, deliveryId)) ?? refuse('not_found', 'webhooks.no_delivery');
    const postback = found.fill === null ? undefined : await findPostback(tx, found.targetId);
    const body =
      found.fill === null ? bodyOf(await whatHappened(tx, found)) : filled(postback?.url ?? '', found.fill);
    return { delivery: deliveryView(found), body, attempts: await attemptsOf(tx, found.id) };
  });
}

export function readPostbacks(ctx: Context, partnerId: string | undefined) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'postback.read');
    return { items: await postbackViews(tx, await listPostbacks(tx, partnerId ?? null)) };
  });
}

/** With the names of their partners. */
export async function postbackViews(tx: Tx, postbacks: readonly PostbackRecord[]) {
  const partners = await partnersById(tx, [...new Set(postbacks.map(({ partnerId }) => partnerId))]);
  const names = new Map<string, string>(partners.map(({ id, name }) => [id, name]));
  return postbacks.map((one) => ({ ...one, partnerName: names.get(one.partnerId) ?? '' }));
}

/** The one a verb has just made or changed. */
export function postbackView(ctx: Context, postback: PostbackRecord) {
  return look(ctx, async (tx) => {
    const [view] = await postbackViews(tx, [postback]);
    return view ?? refuse('not_found', 'webhooks.no_postback');
  });
}
