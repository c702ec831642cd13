import * as z from 'zod';
import { currencySchema } from '@mosty/kernel/money';
import { canSchema, exportOf, fileQuery, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { windowQuery } from './channel.ts';
import { bookSchema, classSchema } from './class.ts';
import { integerSchema, measureSchema, UNITS, windowSchema } from './measure.ts';
import { numberRowSchema, ROW_KINDS } from './numbers.ts';

/** What is told of clients and deals that partners brought, each beside direct ones. Words: `worth.<name>`. */
export const WORTHS = [
  'cycle',
  'cycle_p75',
  'won_share',
  'repeat_share',
  'one_off_partners',
  'long_clients',
  'check',
  'value',
  'value_by_partners',
  'stayed_by_partners',
  'value_by_products',
  'expansions',
  'expanded_with_partner',
  'check_by_positions',
  'check_by_parties',
  'check_by_segment',
  'came_by_segment',
  'scenario_won',
  'scenario_paid',
  'scenario_check',
  'scenario_effects',
] as const;
export type Worth = (typeof WORTHS)[number];
export const worthSchema = z.enum(WORTHS);

/** For how long a client is watched from its first payment; nothing is extrapolated. */
export const WORTH_HORIZONS = ['90', '180', '365'] as const;

export const worthFigureSchema = z.object({
  metric: worthSchema,
  class: bookSchema,
  /** Which of several it is: how many partners, how many positions, a segment, a scenario; null: all of the class. */
  group: z.string().nullable(),
  /** What people call the group, where that is no code of ours. */
  groupName: z.string().nullable(),
  unit: z.enum(UNITS),
  /** Null below the needed n: then there are words, not a number. */
  value: integerSchema.nullable(),
  /** The same for the period before, where it is told. */
  before: integerSchema.nullable(),
  currency: currencySchema.nullable(),
  n: integerSchema,
  /** Out of how many, where n is a part of something. */
  of: integerSchema.nullable(),
  neededN: z.int(),
  window: windowSchema,
  horizonDays: z.int().nullable(),
  /** The first day there was any, where that is told. */
  since: z.string().nullable(),
});
export type WorthFigure = z.output<typeof worthFigureSchema>;

export const worthQuery = { ...windowQuery, horizon: z.enum(WORTH_HORIZONS).optional() };

export const readClientWorth = operation({
  id: 'readClientWorth',
  method: 'GET',
  path: '/reports/client-worth',
  summary:
    'What clients of partners are worth beside direct ones: cycle, repeated deals, check, value, expansions, segments, scenarios',
  tag: 'channel',
  permission: 'channel.read',
  query: z.strictObject(worthQuery),
  answer: z.object({
    window: windowSchema,
    currency: currencySchema,
    horizonDays: z.int(),
    refreshedAt: instantSchema.nullable(),
    figures: z.array(worthFigureSchema).readonly(),
    /** Segments beyond those shown, the smallest ones. */
    segmentsMore: z.int(),
    can: canSchema,
  }),
});

export const exportClientWorth = operation({
  id: 'exportClientWorth',
  method: 'GET',
  path: '/reports/client-worth/export',
  summary: 'Every figure of the page as a CSV or XLSX file: one line a figure and class, no line of totals',
  tag: 'channel',
  permission: 'channel.export',
  query: z.strictObject({ ...worthQuery, ...fileQuery }),
  answer: z.unknown(),
  produces: 'text/csv',
});

export const worthRowSchema = numberRowSchema.extend({ kind: z.enum([...ROW_KINDS, 'deal']) });
export type WorthRow = z.output<typeof worthRowSchema>;

export const listWorthRows = operation({
  id: 'listClientWorthRows',
  method: 'GET',
  path: '/reports/client-worth/rows',
  summary: 'The deals, sales, clients or partners a figure of the page was made of',
  tag: 'channel',
  permission: 'channel.read',
  query: z.strictObject({
    ...worthQuery,
    metric: worthSchema,
    class: bookSchema,
    group: z.string().max(300).optional(),
    ...pageQuery,
  }),
  answer: pageOf(worthRowSchema),
});

export const exportWorthRows = exportOf(listWorthRows, {
  id: 'exportClientWorthRows',
  permission: 'channel.export',
});

/** A day on which what is offered to partners, or who they are, became another. */
export const CHANGE_KINDS = ['terms', 'partners'] as const;

/** What a client cost before a day and after it: of equal length, side by side, and no claim of the cause. */
export const readClientCost = operation({
  id: 'readClientCost',
  method: 'GET',
  path: '/reports/client-cost',
  summary: 'What a client cost before and after a change of terms or of the list of partners, per class',
  tag: 'channel',
  permission: 'channel.read',
  query: z.strictObject({
    /** The day of the change; without it, the last change that enough days have passed since. */
    on: z.iso.date().optional(),
    days: z.coerce.number().int().min(30).max(365).default(90),
    currency: currencySchema.optional(),
  }),
  answer: z.object({
    on: z.iso.date().nullable(),
    days: z.int(),
    currency: currencySchema,
    /** False: the days after the change are not over. */
    whole: z.boolean(),
    changes: z
      .array(
        z.object({
          on: z.iso.date(),
          kind: z.enum(CHANGE_KINDS),
          /** Of terms: the scheme and its version. */
          name: z.string().nullable(),
          version: z.int().nullable(),
          /** Of the list: how many partners came and left that month. */
          came: z.int().nullable(),
          left: z.int().nullable(),
        }),
      )
      .readonly(),
    books: z
      .array(
        z.object({
          class: classSchema,
          before: z.object({
            clients: measureSchema,
            cost: measureSchema,
            perClientMinor: integerSchema.nullable(),
          }),
          after: z.object({
            clients: measureSchema,
            cost: measureSchema,
            perClientMinor: integerSchema.nullable(),
          }),
        }),
      )
      .readonly(),
  }),
});

export const exportClientCost = exportOf(readClientCost, {
  id: 'exportClientCost',
  permission: 'channel.export',
});
