import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { deliverySchema } from './deliveries.ts';
import { healthShape } from './endpoints.ts';

export const POSTBACK_ABOUT = ['lead', 'sale', 'approval'] as const;
/** What may stand in a postback's address. Each is filled percent-encoded; what is not known becomes empty. */
export const POSTBACK_FIELDS = [
  'event',
  'event_id',
  'click_id',
  'lead_id',
  'sale_id',
  'accrual_id',
  'amount',
  'amount_minor',
  'currency',
] as const;
export type PostbackField = (typeof POSTBACK_FIELDS)[number];

export const postbackSchema = z.object({
  id: idSchema('postback'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  about: z.enum(POSTBACK_ABOUT),
  url: z.string(),
  ...healthShape,
});
export type PostbackView = z.infer<typeof postbackSchema>;

const tag = 'webhooks';
const params = z.strictObject({ postbackId: idSchema('postback') });

export const listPostbacks = operation({
  id: 'listPostbacks',
  method: 'GET',
  path: '/postbacks',
  summary: 'Addresses of partners that are called for each of their leads, sales or approved accruals',
  tag,
  permission: 'postback.read',
  query: z.strictObject({ partnerId: idSchema('partner').optional() }),
  answer: z.object({ items: z.array(postbackSchema) }),
});

export const createPostback = operation({
  id: 'createPostback',
  method: 'POST',
  path: '/postbacks',
  summary: 'A partner’s address with {click_id}, {sale_id}, {amount} …, called by GET from now on',
  tag,
  permission: 'postback.write',
  body: z.strictObject({
    partnerId: idSchema('partner'),
    about: z.enum(POSTBACK_ABOUT),
    url: z.string().trim().min(8).max(2_000),
  }),
  answer: postbackSchema,
  status: 201,
});

export const switchPostback = operation({
  id: 'switchPostback',
  method: 'PATCH',
  path: '/postbacks/:postbackId',
  summary: 'Switches a postback on or off',
  tag,
  permission: 'postback.write',
  params,
  body: z.strictObject({ state: z.enum(['on', 'off']) }),
  answer: postbackSchema,
});

export const removePostback = operation({
  id: 'removePostback',
  method: 'DELETE',
  path: '/postbacks/:postbackId',
  summary: 'Ends a postback for ever',
  tag,
  permission: 'postback.write',
  params,
  answer: z.object({ removed: z.boolean() }),
});

export const listPostbackDeliveries = operation({
  id: 'listPostbackDeliveries',
  method: 'GET',
  path: '/postbacks/:postbackId/deliveries',
  summary: 'Calls of a postback, newest first',
  tag,
  permission: 'postback.read',
  params,
  query: z.strictObject(pageQuery),
  answer: pageOf(deliverySchema),
});
