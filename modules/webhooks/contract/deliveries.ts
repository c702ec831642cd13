import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';

export const DELIVERY_STATES = ['waiting', 'delivered', 'failed'] as const;

export const deliverySchema = z.object({
  id: idSchema('delivery'),
  /** What the receiver knows it by (`webhook-id`): the same at each attempt and each replay. */
  eventId: z.string(),
  type: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  nextAttemptAt: instantSchema.nullable(),
  createdAt: instantSchema,
  endedAt: instantSchema.nullable(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof deliverySchema>;

export const attemptSchema = z.object({
  number: z.int(),
  at: instantSchema,
  status: z.int().nullable(),
  durationMs: z.int(),
  error: z.string().nullable(),
  /** The first 2 kB. */
  answer: z.string().nullable(),
});

const tag = 'webhooks';
const params = z.strictObject({ endpointId: idSchema('endpoint') });
const one = z.strictObject({ deliveryId: idSchema('delivery') });
const listed = { ...pageQuery, state: z.enum(DELIVERY_STATES).optional() };

export const listDeliveries = operation({
  id: 'listDeliveries',
  method: 'GET',
  path: '/webhooks/:endpointId/deliveries',
  summary: 'What was sent to an address, newest first; kept for 90 days',
  tag,
  permission: 'webhook.read',
  params,
  query: z.strictObject(listed),
  answer: pageOf(deliverySchema),
});

export const getDelivery = operation({
  id: 'getDelivery',
  method: 'GET',
  path: '/webhook-deliveries/:deliveryId',
  summary: 'One delivery: its body as it is signed, and every attempt',
  tag,
  permission: 'webhook.read',
  params: one,
  answer: z.object({ delivery: deliverySchema, body: z.string(), attempts: z.array(attemptSchema) }),
});

export const replayDelivery = operation({
  id: 'replayDelivery',
  method: 'POST',
  path: '/webhook-deliveries/:deliveryId/replay',
  summary: 'Sends it again now, with the same webhook-id',
  tag,
  permission: 'webhook.write',
  params: one,
  answer: deliverySchema,
  status: 202,
});

export const REPLAY_DAYS_MAX = 30;

export const replayPeriod = operation({
  id: 'replayPeriod',
  method: 'POST',
  path: '/webhooks/:endpointId/replay',
  summary: 'Sends everything that happened in a period again: what failed or was missed, or all of it',
  tag,
  permission: 'webhook.write',
  params,
  body: z.strictObject({
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
    what: z.enum(['undelivered', 'all']).default('undelivered'),
  }),
  answer: z.object({ queued: z.int() }),
  status: 202,
});

export const testEndpoint = operation({
  id: 'testEndpoint',
  method: 'POST',
  path: '/webhooks/:endpointId/test',
  summary: 'Sends the event webhook.test to this address alone',
  tag,
  permission: 'webhook.write',
  params,
  answer: deliverySchema,
  status: 202,
});
