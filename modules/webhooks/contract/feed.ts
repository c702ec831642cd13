import * as z from 'zod';
import { operation } from '@mosty/kernel/operation';

/** What the feed tells: what a person at the page of deals wants to see the moment it happens. */
export const FEED_EVENTS = [
  'lead.created',
  'sale.created',
  'sale.refunded',
  'deal.registered',
  'deal.approved',
  'deal.won',
  'claim.opened',
  'claim.resolved',
] as const;

export const FEED_PATH = '/feed';

/**
 * Server-sent events: `id` is the number of the event, `event` its public name, `data` what a webhook would carry.
 * A comment comes each 15 seconds; after ten minutes the stream ends and the browser asks again, so that whoever lost
 * the right to it loses it then.
 */
export const readFeed = operation({
  id: 'readFeed',
  method: 'GET',
  path: FEED_PATH,
  summary: 'What happens now, as server-sent events; Last-Event-ID continues where the reader stopped',
  tag: 'webhooks',
  permission: 'feed.read',
  answer: z.any(),
  produces: 'text/event-stream',
});
