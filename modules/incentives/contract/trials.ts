import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { fileQuery, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { termsSchema } from './terms.ts';

const tag = 'incentives';
const day = z.iso.date();
const name = z.string().trim().min(1).max(200);

/** What is asked of history: schemes beside each other, whose sales, of which days. */
export const trialQuestion = {
  schemes: z
    .array(z.strictObject({ name, terms: termsSchema }))
    .min(1)
    .max(4),
  /** Classes are never summed: one at a time (S2.3). */
  class: z.enum(['referral', 'partner_sales', 'alliance']),
  from: day,
  /** Does not belong to the window. */
  to: day,
  /** Without them every partner of the class. */
  partnerIds: z.array(idSchema('partner')).min(1).max(100).optional(),
};

const partnerSchema = z.object({
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  sales: z.int(),
  salesMinor: minorSchema,
  wasMinor: minorSchema,
  /** By each scheme, in their order. */
  becomesMinor: z.array(minorSchema),
});

export const compareOnHistory = operation({
  id: 'compareSchemesOnHistory',
  method: 'POST',
  path: '/scheme-trial-comparison',
  summary:
    'What up to four schemes would have paid for past sales of one class: who gains, who loses, what is left; posts nothing',
  tag,
  permission: 'scheme.read',
  idempotent: false,
  body: z.strictObject(trialQuestion),
  answer: z.object({
    currency: currencySchema,
    /** Largest change first. */
    partners: z.array(partnerSchema).readonly(),
    /** Before refunds on both sides: what was sold less goods, reward and costs of the class. */
    was: z.object({
      salesMinor: minorSchema,
      goodsMinor: minorSchema,
      /** Sales of which nobody wrote what they took: with any, what is left is an estimate. */
      goodsUnknown: z.int(),
      costsMinor: minorSchema,
      earnedMinor: minorSchema,
      leftMinor: minorSchema,
    }),
    schemes: z
      .array(
        z.object({
          name: z.string(),
          becomesMinor: minorSchema,
          leftMinor: minorSchema,
          /** Partners that would have earned more, less, and the same. */
          gain: z.int(),
          lose: z.int(),
          same: z.int(),
        }),
      )
      .readonly(),
    otherCurrencySales: z.int(),
  }),
});
export type HistoryCompared = z.output<typeof compareOnHistory.answer>;

export const TRIAL_SALES_MOST = 200;

export const listTrialSales = operation({
  id: 'listTrialSales',
  method: 'POST',
  path: '/scheme-trial-sales',
  summary: 'The sales behind one partner of such a comparison, each priced by each scheme, the last first',
  tag,
  permission: 'scheme.read',
  idempotent: false,
  body: z.strictObject({
    schemes: trialQuestion.schemes,
    class: trialQuestion.class,
    from: day,
    to: day,
    partnerId: idSchema('partner'),
  }),
  answer: z.object({
    currency: currencySchema,
    /** The last 200 at most; `more` is how many there are before them. */
    sales: z
      .array(
        z.object({
          saleId: idSchema('sale'),
          number: z.string(),
          occurredAt: instantSchema,
          amountMinor: minorSchema,
          wasMinor: minorSchema,
          becomesMinor: z.array(minorSchema),
        }),
      )
      .readonly(),
    more: z.int(),
    /** Fixed sums of the months: they belong to no sale. */
    fees: z.object({ wasMinor: minorSchema, becomesMinor: z.array(minorSchema) }),
  }),
});

export const trialSchema = z.object({
  id: idSchema('trial'),
  name,
  ...trialQuestion,
  partnerIds: z.array(idSchema('partner')).nullable(),
  savedAt: instantSchema,
  savedBy: z.string().nullable(),
});

export const listTrials = operation({
  id: 'listSchemeTrials',
  method: 'GET',
  path: '/scheme-trials',
  summary: 'Saved comparisons of schemes on history, the last first',
  tag,
  permission: 'scheme.read',
  query: z.strictObject(pageQuery),
  answer: pageOf(trialSchema),
});

export const readTrial = operation({
  id: 'readSchemeTrial',
  method: 'GET',
  path: '/scheme-trials/:trialId',
  summary: 'A saved comparison: what was asked, with the terms as they were then',
  tag,
  permission: 'scheme.read',
  params: z.strictObject({ trialId: idSchema('trial') }),
  answer: trialSchema,
});
export type SavedTrial = z.output<typeof readTrial.answer>;

export const saveTrial = operation({
  id: 'saveSchemeTrial',
  method: 'POST',
  path: '/scheme-trials',
  summary: 'Keeps what a comparison asked, to come back to it by its address',
  tag,
  permission: 'scheme.keep_trial',
  body: z.strictObject({ name, ...trialQuestion }),
  answer: z.object({ id: idSchema('trial') }),
  status: 201,
});

export const dropTrial = operation({
  id: 'dropSchemeTrial',
  method: 'DELETE',
  path: '/scheme-trials/:trialId',
  summary: 'Throws a saved comparison away',
  tag,
  permission: 'scheme.keep_trial',
  params: readTrial.params,
  answer: z.object({ id: idSchema('trial') }),
});

export const exportTrial = operation({
  id: 'exportSchemeTrial',
  method: 'GET',
  path: '/scheme-trials/:trialId/file',
  summary: 'A saved comparison as a CSV or XLSX file, one line a partner',
  tag,
  permission: 'scheme.export',
  params: readTrial.params,
  query: z.strictObject(fileQuery),
  answer: z.unknown(),
  produces: 'text/csv',
});
