import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { TRACK_BATCH_MAX, trackShapes } from '@mosty/tracking/contract';
import * as z from 'zod';

const amount = z.int().min(0);
const currency = z.string().regex(/^[A-Za-z]{3}$/, 'ISO 4217');

export const trackedSaleSchema = z.strictObject({
  customerExternalId: trackShapes.externalId,
  customerName: trackShapes.customerName.optional(),
  customerEmail: trackShapes.customerEmail.optional(),
  /** Minor units: cents, kopecks. */
  amount,
  /** The company's own unless told. */
  currency: currency.optional(),
  /** The sale's key for ever. */
  invoiceId: trackShapes.externalId,
  paymentProcessor: z.string().trim().min(1).max(100).optional(),
  eventName: trackShapes.eventName.optional(),
  clickId: trackShapes.clickId.optional(),
  visitorId: trackShapes.visitorId.optional(),
  /** The promo or referral code that was named at the checkout. */
  code: trackShapes.code.optional(),
  timestamp: trackShapes.timestamp.optional(),
  metadata: trackShapes.metadata.optional(),
});
export type TrackedSale = z.infer<typeof trackedSaleSchema>;

export const trackedRefundSchema = z.strictObject({
  /** The refund's key for ever. */
  refundId: trackShapes.externalId,
  /** Of the sale that is returned, wholly or in part; it may become known later. */
  invoiceId: trackShapes.externalId,
  amount,
  currency: currency.optional(),
  reason: z.string().trim().min(1).max(500).optional(),
  timestamp: trackShapes.timestamp.optional(),
  metadata: trackShapes.metadata.optional(),
});
export type TrackedRefund = z.infer<typeof trackedRefundSchema>;

const saleAnswer = z.object({
  id: idSchema('sale'),
  invoiceId: z.string(),
  /** It had been told before, in the same words; nothing was changed. */
  known: z.boolean(),
});

const refundAnswer = z.object({
  id: idSchema('refund'),
  refundId: z.string(),
  invoiceId: z.string(),
  known: z.boolean(),
});

const tag = 'track';

export const trackSale = operation({
  id: 'trackSale',
  method: 'POST',
  path: '/track/sale',
  summary: 'A client paid: once per invoice',
  tag,
  permission: 'sale.record',
  body: trackedSaleSchema,
  answer: saleAnswer,
  status: 201,
});

export const trackSales = operation({
  id: 'trackSales',
  method: 'POST',
  path: '/track/sale/batch',
  summary: 'Many sales at once, all of them or none',
  tag,
  permission: 'sale.record',
  body: z.array(trackedSaleSchema).min(1).max(TRACK_BATCH_MAX),
  answer: z.object({ items: z.array(saleAnswer) }),
  status: 201,
});

export const trackRefund = operation({
  id: 'trackRefund',
  method: 'POST',
  path: '/track/refund',
  summary: 'Money went back to a client: once per refund, also before its sale is told',
  tag,
  permission: 'refund.record',
  body: trackedRefundSchema,
  answer: refundAnswer,
  status: 201,
});

export const trackRefunds = operation({
  id: 'trackRefunds',
  method: 'POST',
  path: '/track/refund/batch',
  summary: 'Many refunds at once, all of them or none',
  tag,
  permission: 'refund.record',
  body: z.array(trackedRefundSchema).min(1).max(TRACK_BATCH_MAX),
  answer: z.object({ items: z.array(refundAnswer) }),
  status: 201,
});
