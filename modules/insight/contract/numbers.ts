import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { fileQuery, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { bookSchema } from './class.ts';
import { windowQuery } from './channel.ts';
import { integerSchema, measureSchema, metricSchema } from './measure.ts';

/** What a row behind a number is. */
export const ROW_KINDS = ['sale', 'refund', 'accrual', 'cost', 'client', 'partner'] as const;

/**
 * One row behind a number. `amountMinor` is what the row adds to a sum of money, signed; rows of a count or a median
 * carry their own figure in `figure` (days, months, number of sales).
 */
export const numberRowSchema = z.object({
  id: z.string(),
  kind: z.enum(ROW_KINDS),
  class: bookSchema.nullable(),
  on: z.string().nullable(),
  /** The number the source gave it. */
  externalId: z.string().nullable(),
  partnerId: z.string().nullable(),
  partnerName: z.string().nullable(),
  clientId: z.string().nullable(),
  clientName: z.string().nullable(),
  amountMinor: integerSchema.nullable(),
  currency: currencySchema.nullable(),
  figure: z.int().nullable(),
  /** A code with words: kind of cost or accrual, why a partner does not count as active. */
  note: z.string().nullable(),
});
export type NumberRow = z.output<typeof numberRowSchema>;

export const numberQuery = {
  ...windowQuery,
  /** Whose book: required where the number has one. */
  class: bookSchema.optional(),
  /** The same number of one partner. */
  partner: idSchema('partner').optional(),
};

export const openNumber = operation({
  id: 'openNumber',
  method: 'GET',
  path: '/channel/numbers/:metric',
  summary: 'A number with its rule, window, n and gaps, and the rows behind it',
  tag: 'channel',
  permission: 'channel.read',
  params: z.strictObject({ metric: metricSchema }),
  query: z.strictObject({ ...numberQuery, ...pageQuery }),
  answer: pageOf(numberRowSchema).extend({ measure: measureSchema }),
});

export const exportNumber = operation({
  id: 'exportNumber',
  method: 'GET',
  path: '/channel/numbers/:metric/export',
  summary: 'The rows behind a number as a CSV or XLSX file',
  tag: 'channel',
  permission: 'channel.export',
  params: z.strictObject({ metric: metricSchema }),
  query: z.strictObject({ ...numberQuery, ...fileQuery }),
  answer: z.unknown(),
  produces: 'text/csv',
});
