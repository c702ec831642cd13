import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { bookSchema, classSchema } from './class.ts';

/** `{code, params}`; the words are with the module that gave the reason. */
const reasonSchema = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) });

export const dealPartySchema = z.object({
  partnerId: z.string(),
  partnerName: z.string(),
  class: classSchema,
  kind: z.string(),
  role: z.string(),
  sharePpm: minorSchema,
  rule: z.string(),
  reason: reasonSchema,
});

/** Who, whom, how much, how much we owe: always together (S2.31). */
export const dealRowSchema = z.object({
  saleId: z.string(),
  externalId: z.string(),
  source: z.string(),
  occurredAt: instantSchema,
  who: z.array(dealPartySchema),
  /** Somebody was named and yet nobody is credited: why. */
  uncredited: reasonSchema.nullable(),
  book: bookSchema,
  client: z.object({ id: z.string(), name: z.string() }).nullable(),
  amountMinor: minorSchema,
  refundedMinor: minorSchema,
  /** Everything accrued for it, less what was taken back. */
  rewardMinor: minorSchema,
  /** The part of it that is not paid yet. */
  owedMinor: minorSchema,
  currency: currencySchema,
});
export type DealRow = z.output<typeof dealRowSchema>;
export type DealParty = z.input<typeof dealPartySchema>;
export type Named = { readonly id: string; readonly name: string };

export const dealFilterSchema = {
  q: z.string().trim().max(200).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  partner: idSchema('partner').optional(),
  client: idSchema('client').optional(),
  class: bookSchema.optional(),
  state: z.enum(['uncredited', 'refunded', 'unpaid']).optional(),
  import: idSchema('import_file').optional(),
};

export const dealQuerySchema = z.strictObject({
  ...dealFilterSchema,
  ...pageQuery,
  sortBy: z.enum(['occurredAt', 'amount']).default('occurredAt'),
  sortOrder: z.enum(['asc', 'desc']).default('desc'),
});
export type DealQuery = z.output<typeof dealQuerySchema>;
export type DealFilterQuery = Omit<DealQuery, 'cursor' | 'limit'>;

export const listDeals = operation({
  id: 'listDeals',
  method: 'GET',
  path: '/sales',
  summary: 'Sales: who brought whom, for how much, how much we owe',
  tag: 'deals',
  permission: 'sale.read',
  query: dealQuerySchema,
  answer: pageOf(dealRowSchema),
});

export const exportDeals = exportOf(listDeals, { id: 'exportDeals', permission: 'sale.export' });

export const accrualOfDealSchema = z.object({
  id: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  kind: z.string(),
  role: z.string(),
  amountMinor: minorSchema,
  currency: currencySchema,
  state: z.string(),
  period: z.string(),
  explanation: z.unknown(),
  schemeVersionId: z.string().nullable(),
  effectiveAt: instantSchema,
  recordedAt: instantSchema,
});

export const readDeal = operation({
  id: 'readDeal',
  method: 'GET',
  path: '/sales/:saleId',
  summary: 'One sale with its lines, participants, refunds and every accrual explained',
  tag: 'deals',
  permission: 'sale.read',
  params: z.strictObject({ saleId: idSchema('sale') }),
  answer: z.object({
    sale: dealRowSchema.extend({
      recordedAt: instantSchema,
      isFirst: z.boolean(),
      product: z.string().nullable(),
      vatMinor: minorSchema.nullable(),
      costMinor: minorSchema.nullable(),
      listMinor: minorSchema.nullable(),
      namedPartner: z.string().nullable(),
      namedCode: z.string().nullable(),
      importId: z.string().nullable(),
      reversedAt: instantSchema.nullable(),
      reversalReason: z.string().nullable(),
      lineCount: z.int(),
    }),
    lines: z.array(
      z.object({
        position: z.int(),
        sku: z.string().nullable(),
        quantity: z.string(),
        price: z.string(),
        /** Minor units with what is finer than one, as decimal text. */
        amount: z.string(),
        sourceLine: z.int().nullable(),
      }),
    ),
    refunds: z.array(
      z.object({
        id: z.string(),
        externalId: z.string(),
        occurredAt: instantSchema,
        amountMinor: minorSchema,
        currency: currencySchema,
        reason: z.string().nullable(),
      }),
    ),
    accruals: z.array(accrualOfDealSchema),
  }),
});

const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const refundQuerySchema = z.strictObject({
  ...pageQuery,
  state: z.enum(['matched', 'unmatched']).optional(),
  month: monthText.optional(),
  /** Of sales that the partner took part in. */
  partner: idSchema('partner').optional(),
  import: idSchema('import_file').optional(),
});
export type RefundQuery = z.output<typeof refundQuerySchema>;

export const listRefunds = operation({
  id: 'listRefunds',
  method: 'GET',
  path: '/refunds',
  summary: 'Refunds and credit notes; `state=unmatched` are those that wait for their sale',
  tag: 'deals',
  permission: 'sale.read',
  query: refundQuerySchema,
  answer: pageOf(
    z.object({
      id: z.string(),
      externalId: z.string(),
      source: z.string(),
      occurredAt: instantSchema,
      saleId: z.string().nullable(),
      saleExternalId: z.string().nullable(),
      client: z.object({ id: z.string(), name: z.string() }).nullable(),
      link: z.string(),
      amountMinor: minorSchema,
      currency: currencySchema,
      matched: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
});

export const exportRefunds = exportOf(listRefunds, { id: 'exportRefunds', permission: 'refund.export' });

export const costQuerySchema = z.strictObject({
  ...pageQuery,
  class: classSchema.optional(),
  partner: idSchema('partner').optional(),
  month: monthText.optional(),
});
export type CostQuery = z.output<typeof costQuerySchema>;

export const listCosts = operation({
  id: 'listCosts',
  method: 'GET',
  path: '/costs',
  summary: 'What was put into the channel and into each partner',
  tag: 'deals',
  permission: 'cost.read',
  query: costQuerySchema,
  answer: pageOf(
    z.object({
      id: z.string(),
      class: classSchema,
      kind: z.string(),
      partner: z.object({ id: z.string(), name: z.string() }).nullable(),
      occurredOn: z.string(),
      amountMinor: minorSchema,
      currency: currencySchema,
      hours: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});

export const exportCosts = exportOf(listCosts, { id: 'exportCosts', permission: 'cost.export' });
