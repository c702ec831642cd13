import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, MICRO_PER_MINOR } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';

export * from './contract/stage.ts';
export * from './contract/deal.ts';
export * from './contract/registration.ts';
export * from './contract/public.ts';
export * from './contract/track.ts';

const externalId = z.string().trim().min(1).max(200);
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** A slip of the year («0026») would otherwise be a first month that has to be closed, and every one after it. */
const occurredAt = z.iso
  .datetime({ offset: true })
  .refine((at) => Date.parse(at) >= EARLIEST && Date.parse(at) < LATEST, 'between 1970 and 2100');
/** Millionths of a minor unit as a decimal string: JSON numbers end at 2^53. */
const MICRO = /^\d{1,18}$/;
const micro = z.string().regex(MICRO);

export const saleLineSchema = z.strictObject({
  sku: z.string().max(200).nullish(),
  quantity: z.string().regex(/^-?\d{1,16}(\.\d{1,4})?$/),
  price: z.string().regex(/^-?\d{1,16}(\.\d{1,4})?$/),
  amountMicro: z.string().regex(/^-?\d{1,18}$/),
  sourceLine: z.int().nullish(),
});

/**
 * A paid sale as a source tells it. Either `amountMinor`, or `amountMicro` where the exact amount is finer
 * than a minor unit (an invoice of many lines with four-decimal prices).
 */
export const newSaleSchema = z
  .strictObject({
    externalId,
    clientId: idSchema('client').optional(),
    clientExternalId: externalId.optional(),
    clientName: z.string().trim().min(1).max(300).optional(),
    occurredAt,
    currency: currencySchema,
    amountMinor: z.int().min(0).optional(),
    amountMicro: micro.optional(),
    vatMinor: z.int().min(0).optional(),
    costMinor: z.int().min(0).optional(),
    listMinor: z.int().min(0).optional(),
    product: z.string().max(200).optional(),
    namedPartner: z.string().trim().min(1).max(300).optional(),
    namedCode: z.string().trim().min(1).max(64).optional(),
    /** The deal it came from: our id, or the number it was told by. */
    dealId: idSchema('deal').optional(),
    dealExternalId: externalId.optional(),
    /** Who told the deal; left out: the sale's own source, then the only one that has the number. */
    dealSource: z.string().trim().min(1).max(64).optional(),
    /** What the browser brought along: the click that led to it, the visitor it was. */
    clickId: z.string().trim().min(1).max(64).optional(),
    visitorId: z.string().trim().min(1).max(64).optional(),
  })
  .refine((sale) => (sale.amountMinor === undefined) !== (sale.amountMicro === undefined), {
    message: 'give amountMinor or amountMicro, one of them',
    path: ['amountMinor'],
  })
  // A commission on less than nothing would be a debt of whoever brought the sale.
  .refine(({ amountMinor, amountMicro, vatMinor = 0 }) => isWithin(vatMinor, amountMinor, amountMicro), {
    message: 'VAT is a part of the amount',
    path: ['vatMinor'],
  });

function isWithin(
  vatMinor: number,
  amountMinor: number | undefined,
  amountMicro: string | undefined,
): boolean {
  // A check of the whole is also asked about parts that were refused by themselves.
  if (!Number.isSafeInteger(vatMinor)) return true;
  if (amountMicro === undefined) return vatMinor <= (amountMinor ?? 0);
  return !MICRO.test(amountMicro) || BigInt(vatMinor) * MICRO_PER_MINOR <= BigInt(amountMicro);
}

export const newRefundSchema = z
  .strictObject({
    externalId,
    saleExternalId: externalId.optional(),
    clientExternalId: externalId.optional(),
    link: z.enum(['sale', 'client']).default('sale'),
    occurredAt,
    currency: currencySchema,
    amountMinor: z.int().min(0).optional(),
    amountMicro: micro.optional(),
    reason: z.string().max(500).optional(),
  })
  .refine((refund) => (refund.amountMinor === undefined) !== (refund.amountMicro === undefined), {
    message: 'give amountMinor or amountMicro, one of them',
    path: ['amountMinor'],
  });

export const COST_KINDS = [
  'team',
  'fee',
  'bonus',
  'tools',
  'integration',
  'event',
  'materials',
  'other',
] as const;
export const REPORTING_CLASSES = ['referral', 'partner_sales', 'alliance'] as const;

export const newCostSchema = z.strictObject({
  externalId,
  partnerId: idSchema('partner').optional(),
  class: z.enum(REPORTING_CLASSES),
  kind: z.enum(COST_KINDS),
  occurredOn: z.iso.date(),
  currency: currencySchema,
  amountMinor: z.int().min(0),
  hours: z.number().min(0).max(100_000).optional(),
  note: z.string().max(500).optional(),
});

const BATCH_MAX = 1_000;
const source = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, 'lower-case letters, digits, dots, dashes')
  .default('api');
const knownSchema = z.array(z.object({ id: z.string(), externalId: z.string(), differs: z.boolean() }));

/** Served by incentives: a sale is recorded, attributed, priced and posted in one transaction. */
export const recordSale = operation({
  id: 'recordSales',
  method: 'POST',
  path: '/sales',
  summary: 'Paid sales: recorded once per source and number, with who brought them and what we owe',
  tag: 'deals',
  permission: 'sale.record',
  status: 201,
  body: z.strictObject({ source, sales: z.array(newSaleSchema).min(1).max(BATCH_MAX) }),
  answer: z.object({
    recorded: z.array(z.object({ id: z.string(), externalId: z.string() })),
    /** Already there; `differs` tells that this time the source said something else. Nothing was changed. */
    known: knownSchema,
  }),
});

export const recordRefund = operation({
  id: 'recordRefunds',
  method: 'POST',
  path: '/refunds',
  summary: 'Refunds and credit notes: proportional clawback; one without its sale waits for it',
  tag: 'deals',
  permission: 'refund.record',
  status: 201,
  body: z.strictObject({ source, refunds: z.array(newRefundSchema).min(1).max(BATCH_MAX) }),
  answer: z.object({
    recorded: z.array(z.object({ id: z.string(), externalId: z.string(), matched: z.boolean() })),
    known: knownSchema,
  }),
});

export const recordCost = operation({
  id: 'recordCosts',
  method: 'POST',
  path: '/costs',
  summary: 'Money or hours put into the channel or into one partner',
  tag: 'deals',
  permission: 'cost.record',
  status: 201,
  body: z.strictObject({ source, costs: z.array(newCostSchema).min(1).max(BATCH_MAX) }),
  answer: z.object({ recorded: z.array(z.string()), known: z.array(z.string()) }),
});

export const reverseCost = operation({
  id: 'reverseCost',
  method: 'POST',
  path: '/costs/:costId/reversal',
  summary: 'Takes back a cost recorded by mistake; it counts no more, and the journal keeps why',
  tag: 'deals',
  permission: 'cost.reverse',
  params: z.strictObject({ costId: idSchema('cost') }),
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  answer: z.object({ costId: idSchema('cost') }),
});
