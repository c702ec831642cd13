import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { PUBLIC_EVENTS } from './events.ts';

export const OFF_BECAUSE = ['person', 'failing', 'gone'] as const;

const healthShape = {
  state: z.enum(['on', 'off']),
  /** `failing`: days without one success. `gone`: the receiver answered 410. */
  offBecause: z.enum(OFF_BECAUSE).nullable(),
  /** The first failure after the last success. */
  failingSince: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  createdAt: instantSchema,
};
export { healthShape };

export const endpointSchema = z.object({
  id: idSchema('endpoint'),
  url: z.string(),
  description: z.string(),
  events: z.array(z.enum(PUBLIC_EVENTS)),
  ...healthShape,
  /** Until then the secret before the last rotation signs too. */
  oldSecretUntil: instantSchema.nullable(),
  /** What waits to be delivered. */
  waiting: z.int(),
});
export type EndpointView = z.infer<typeof endpointSchema>;

const tag = 'webhooks';
const url = z.string().trim().min(8).max(2_000);
const events = z.array(z.enum(PUBLIC_EVENTS)).min(1).max(PUBLIC_EVENTS.length);
const description = z.string().trim().max(300);
const params = z.strictObject({ endpointId: idSchema('endpoint') });

export const listEndpoints = operation({
  id: 'listEndpoints',
  method: 'GET',
  path: '/webhooks',
  summary: 'Addresses that are told of events, and how they are doing',
  tag,
  permission: 'webhook.read',
  answer: z.object({ items: z.array(endpointSchema) }),
});

/** Not replayed by an Idempotency-Key: the stored answer would hold the secret. */
export const createEndpoint = operation({
  id: 'createEndpoint',
  method: 'POST',
  path: '/webhooks',
  summary: 'Tells an address of chosen events from now on; the secret that signs them is shown this once',
  tag,
  permission: 'webhook.write',
  body: z.strictObject({ url, events, description: description.default('') }),
  answer: z.object({ endpoint: endpointSchema, secret: z.string() }),
  status: 201,
  idempotent: false,
});

export const getEndpoint = operation({
  id: 'getEndpoint',
  method: 'GET',
  path: '/webhooks/:endpointId',
  summary: 'One address',
  tag,
  permission: 'webhook.read',
  params,
  answer: endpointSchema,
});

export const changeEndpoint = operation({
  id: 'changeEndpoint',
  method: 'PATCH',
  path: '/webhooks/:endpointId',
  summary: 'Changes the address, its events, its description, or switches it on or off; the secret stays',
  tag,
  permission: 'webhook.write',
  params,
  body: z.strictObject({
    url: url.optional(),
    events: events.optional(),
    description: description.optional(),
    state: z.enum(['on', 'off']).optional(),
  }),
  answer: endpointSchema,
});

export const removeEndpoint = operation({
  id: 'removeEndpoint',
  method: 'DELETE',
  path: '/webhooks/:endpointId',
  summary: 'Ends an address for ever; what waited for it is given up',
  tag,
  permission: 'webhook.write',
  params,
  answer: z.object({ removed: z.boolean() }),
});

export const OVERLAP_HOURS_MAX = 168;

export const rotateSecret = operation({
  id: 'rotateWebhookSecret',
  method: 'POST',
  path: '/webhooks/:endpointId/secret',
  summary: 'A new secret, shown this once; for the overlap both sign, so that nothing is lost on the way',
  tag,
  permission: 'webhook.write',
  params,
  body: z.strictObject({ overlapHours: z.int().min(0).max(OVERLAP_HOURS_MAX).default(24) }),
  answer: z.object({ endpoint: endpointSchema, secret: z.string() }),
  status: 201,
  idempotent: false,
});
