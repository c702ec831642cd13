import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { explanationSchema } from './explanation.ts';
import { termsSchema } from './terms.ts';

const tag = 'incentives';
const amount = z.int().min(0).max(9_000_000_000_000);
const day = z.iso.date();
const pricedSchema = z.object({
  currency: currencySchema,
  /** The fixed fees that come besides. */
  feesMinor: minorSchema,
  parts: z.array(z.object({ kind: z.string(), amountMinor: minorSchema, explanation: explanationSchema })),
});

/** How a scheme counts: its terms, and the first payment of a new client priced by them. */
export const countedExampleSchema = pricedSchema.extend({ terms: termsSchema, saleMinor: minorSchema });
export type CountedExample = z.input<typeof countedExampleSchema>;

export const compareSchemes = operation({
  id: 'compareSchemes',
  method: 'POST',
  path: '/scheme-comparison',
  summary:
    'What up to three schemes cost at given volumes of sales, where they meet, and who carries the risk',
  tag,
  permission: 'scheme.read',
  idempotent: false,
  body: z.strictObject({
    schemes: z
      .array(z.strictObject({ name: z.string().max(200), terms: termsSchema }))
      .min(1)
      .max(3),
    volumesMinor: z.array(amount).min(1).max(6),
    currency: currencySchema,
    /** Sales are imagined as equal checks to new clients, spread evenly over the months. */
    averageCheckMinor: z.int().min(1).max(9_000_000_000_000),
    months: z.int().min(1).max(24).default(1),
  }),
  answer: z.object({
    currency: currencySchema,
    volumesMinor: z.array(minorSchema),
    schemes: z.array(
      z.object({
        name: z.string(),
        /** Paid when nothing is sold. */
        fixedMinor: minorSchema,
        risk: z.enum(['company', 'partner', 'shared']),
        /** At each of the volumes. */
        costsMinor: z.array(minorSchema),
      }),
    ),
    /** Evenly from nothing to twice the largest volume, for the chart. */
    curve: z.array(z.object({ volumeMinor: minorSchema, costsMinor: z.array(minorSchema) })),
    meetings: z.array(
      z.object({
        /** Places of the two schemes. */
        a: z.int(),
        b: z.int(),
        volumeMinor: minorSchema,
        costMinor: minorSchema,
        exact: z.boolean(),
      }),
    ),
  }),
});

export const priceExample = operation({
  id: 'priceExample',
  method: 'POST',
  path: '/scheme-example',
  summary: 'What one sale would earn under the terms, step by step',
  tag,
  permission: 'scheme.read',
  idempotent: false,
  body: z.strictObject({
    terms: termsSchema,
    currency: currencySchema,
    amountMinor: amount,
    isFirst: z.boolean().default(true),
    role: z.enum(['source', 'implement', 'expertise', 'expand']).default('source'),
    /** What the agreement had brought and earned before, in the same window. */
    broughtMinor: amount.default(0),
    broughtSales: z.int().min(0).max(1_000_000).default(0),
    earnedMinor: amount.default(0),
    monthsSinceFirstPayment: z.int().min(0).max(240).default(0),
  }),
  answer: pricedSchema,
});

export const tryOnHistory = operation({
  id: 'tryOnHistory',
  method: 'POST',
  path: '/scheme-trial',
  summary: 'Prices past sales of one class under a draft, against what they earned; posts nothing',
  tag,
  permission: 'scheme.read',
  idempotent: false,
  body: z.strictObject({
    terms: termsSchema,
    /** Classes are never summed: one at a time (S2.3). */
    class: z.enum(['referral', 'partner_sales', 'alliance']),
    /** Only agreements that this scheme pays today. */
    schemeId: idSchema('scheme').optional(),
    from: day,
    /** Does not belong to the window. */
    to: day,
  }),
  answer: z.object({
    currency: currencySchema,
    agreements: z.array(
      z.object({
        agreementId: idSchema('agreement'),
        partnerId: idSchema('partner'),
        partnerName: z.string(),
        sales: z.int(),
        salesMinor: minorSchema,
        wasMinor: minorSchema,
        becomesMinor: minorSchema,
      }),
    ),
    otherCurrencySales: z.int(),
  }),
});
