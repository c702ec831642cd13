import * as z from 'zod';
import { currencySchema, ppmSchema } from '@mosty/kernel/money';
import { canSchema, fileQuery, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { bookSchema, classSchema } from './class.ts';
import { integerSchema, measureSchema, windowSchema } from './measure.ts';

/** Days of the company's calendar, half-open; without them, the last 90 days. Without a currency, the company's own. */
export const windowQuery = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  currency: currencySchema.optional(),
};

/** Clients that came, money that came, what it cost: of one class, beside the other two and never added to them. */
export const classBoxSchema = z.object({
  class: bookSchema,
  clients: measureSchema,
  paid: measureSchema,
  refunds: measureSchema,
  commission: measureSchema,
  costs: measureSchema,
  cost: measureSchema,
  costShare: measureSchema,
});

/** One thing that is true of the channel. Words: `blunt.<code>`. */
export const sentenceSchema = z.object({
  code: z.string(),
  tone: z.enum(['bad', 'warn', 'plain', 'good']),
  params: z.record(z.string(), z.union([z.string(), integerSchema])),
});

export const paybackSchema = z.object({
  measure: measureSchema,
  byMonth: z.array(z.object({ month: z.int(), partners: z.int() })).readonly(),
  notYet: z.int(),
  withinReasonable: z.int(),
});

export const channelSchema = z.object({
  /** False: there is nothing to count yet. */
  hasFacts: z.boolean(),
  window: windowSchema,
  before: windowSchema,
  currency: currencySchema,
  /** Others that facts are in; this answer does not hold them. */
  otherCurrencies: z.array(currencySchema).readonly(),
  refreshedAt: instantSchema.nullable(),
  /** The heading of the page, and what else is true. */
  sentence: sentenceSchema,
  otherSentences: z.array(sentenceSchema).readonly(),
  /** Referral, partner sales, alliance: three boxes. */
  boxes: z.array(classBoxSchema).readonly(),
  /** The company's own sales: what partner clients are compared with. */
  direct: z.object({ clients: measureSchema, paid: measureSchema, refunds: measureSchema }),
  metrics: z.object({
    /** The share of each class apart: no two of them are to be added. */
    shares: z.array(measureSchema).readonly(),
    active: measureSchema,
    checks: z.array(measureSchema).readonly(),
    clientValues: z.array(measureSchema).readonly(),
    timeToFirstSale: measureSchema,
    concentration: measureSchema,
    referralCapacity: measureSchema,
    payback: paybackSchema,
  }),
  zones: z.object({
    money: z.array(measureSchema).readonly(),
    influence: z.array(measureSchema).readonly(),
    illusion: z.array(measureSchema).readonly(),
  }),
  gaps: z.array(measureSchema).readonly(),
  can: canSchema,
});

export const readChannel = operation({
  id: 'readChannel',
  method: 'GET',
  path: '/channel',
  summary:
    'The money of the channel: three classes side by side, never summed; zones, gaps and the blunt sentence',
  tag: 'channel',
  permission: 'channel.read',
  query: z.strictObject(windowQuery),
  answer: channelSchema,
});

/** The share of each class in all paid revenue of a month; the shares are lines beside each other and never added. */
export const shareMonthSchema = z.object({
  month: z.string(),
  /** False for the month that is not over. */
  whole: z.boolean(),
  /** All paid revenue, direct sales included: what the shares are of. */
  companyPaidMinor: integerSchema,
  lines: z
    .array(
      z.object({
        class: classSchema,
        paidMinor: integerSchema,
        sharePpm: integerSchema.nullable(),
        salesCount: z.int(),
      }),
    )
    .readonly(),
});

export const readShareLine = operation({
  id: 'readShareLine',
  method: 'GET',
  path: '/channel/share-line',
  summary: 'Share of paid revenue by month for each class, with the marks of 10 % and 30 %',
  tag: 'channel',
  permission: 'channel.read',
  query: z.strictObject({
    months: z.coerce.number().int().min(1).max(60).default(18),
    currency: currencySchema.optional(),
  }),
  answer: z.object({
    currency: currencySchema,
    lowPpm: ppmSchema,
    maturePpm: ppmSchema,
    months: z.array(shareMonthSchema).readonly(),
  }),
});

export const exportChannel = operation({
  id: 'exportChannel',
  method: 'GET',
  path: '/channel/export',
  summary: 'Every number of the page as a CSV or XLSX file: one line a number and class, no line of totals',
  tag: 'channel',
  permission: 'channel.export',
  query: z.strictObject({ ...windowQuery, ...fileQuery }),
  answer: z.unknown(),
  produces: 'text/csv',
});

export const rebuildChannel = operation({
  id: 'rebuildChannel',
  method: 'POST',
  path: '/channel/rebuild',
  summary: 'Builds every roll-up of the report again from the original rows',
  tag: 'channel',
  permission: 'rollup.rebuild',
  answer: z.object({ refreshedAt: instantSchema }),
});
