import * as z from 'zod';
import { currencySchema } from '@mosty/kernel/money';
import { bookSchema } from './class.ts';

/** Every number of the honest report. Its words are in `ui/words.ts`, its rule in `domain/metrics`. */
export const METRICS = [
  'paid',
  'refunds',
  'clients_came',
  'commission',
  'costs',
  'class_cost',
  'cost_share',
  'share_of_revenue',
  'active_share',
  'average_check',
  'client_value',
  'time_to_first_sale',
  'payback',
  'concentration',
  'referral_capacity',
  'sold',
  'took_part',
  'promises_kept',
  'agreements_without_sales',
  'logos_only',
  'contacts_called_partners',
  'spent_without_sales',
  'sales_without_client',
  'refunds_unmatched',
  'sales_uncredited',
  'goods_cost_unknown',
  'owed',
] as const;
export type Metric = (typeof METRICS)[number];
export const metricSchema = z.enum(METRICS);

/** What the value is counted in: minor units, parts per million, days, months, or pieces. */
export const UNITS = ['money', 'ppm', 'days', 'months', 'count'] as const;
export type Unit = (typeof UNITS)[number];

/** A bigint of a verb as the integer that JSON carries; refuses what JSON could not hold exactly. */
export const integerSchema = z.preprocess(
  (value) => (typeof value === 'bigint' ? Number(value) : value),
  z.int(),
);

/** Half-open days of the company's calendar: `to` is the first day that does not belong. */
export const windowSchema = z.object({ from: z.iso.date(), to: z.iso.date(), days: z.int() });

/** Why a number may be wrong or is missing; words in `ui/words.ts` under `gap.<code>`. */
export const GAP_CODES = [
  'sales_without_client',
  'refunds_unmatched',
  'sales_uncredited',
  'goods_cost_unknown',
  'costs_missing',
  'cycle_unknown',
  'month_not_over',
  'no_sales',
  'no_working_partners',
  'no_investment',
  'horizon_too_young',
  'too_few',
  'other_currency',
] as const;
export type GapCode = (typeof GAP_CODES)[number];

export const ruleSchema = z.object({
  /** Words under `rule.<code>`. */
  code: z.string(),
  /** Grows when the arithmetic changes, so two reports can be told apart. */
  version: z.int(),
  params: z.record(z.string(), z.union([z.string(), integerSchema])),
});

/**
 * One number with everything it owes its reader: rule, window, n, gaps, and whether it is an estimate.
 * `value` is null below the needed n: then there are words, not a number.
 */
export const measureSchema = z.object({
  metric: metricSchema,
  class: bookSchema.nullable(),
  unit: z.enum(UNITS),
  value: integerSchema.nullable(),
  currency: currencySchema.nullable(),
  n: integerSchema,
  /** Out of how many, where n is a part of something. */
  of: integerSchema.nullable(),
  neededN: z.int(),
  window: windowSchema,
  rule: ruleSchema,
  gaps: z.array(z.enum(GAP_CODES)).readonly(),
  estimate: z.boolean(),
  /** The same number for the period before; null where it was not asked for or could not be counted. */
  before: integerSchema.nullable(),
});
