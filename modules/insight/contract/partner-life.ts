import * as z from 'zod';
import { currencySchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { classSchema } from './class.ts';
import { integerSchema, windowSchema } from './measure.ts';
import { numberRowSchema } from './numbers.ts';

/** One class at a time: three books are never summed (S2.3). */
const ofClass = { class: classSchema.default('partner_sales') };
const tag = 'reports';

/** Partners who began alike: of one kind, or in one quarter. */
export const startersSchema = z.object({
  /** `all`, a kind of agreement, or the first day of a quarter. */
  key: z.string(),
  /** With an agreement accepted by both. */
  n: z.int(),
  sold: z.int(),
  /** Of those who sold; null below `neededN`, and of a quarter until everybody in it is `ripeDays` old (`ripe` = `n`). */
  medianDays: z.int().nullable(),
  p75Days: z.int().nullable(),
  /** Began at least `ripeDays` ago, and how many of these sold within them: nobody is judged before the time. */
  ripe: z.int(),
  soldInTime: z.int(),
});
export type Starters = z.output<typeof startersSchema>;

export const readFirstSale = operation({
  id: 'readFirstSale',
  method: 'GET',
  path: '/reports/first-sale',
  summary:
    'Days from an accepted agreement to the first paid sale: median and p75, by kind and by quarter of start',
  tag,
  permission: 'channel.read',
  query: z.strictObject(ofClass),
  answer: z.object({
    class: classSchema,
    window: windowSchema,
    neededN: z.int(),
    ripeDays: z.int(),
    all: startersSchema,
    kinds: z.array(startersSchema).readonly(),
    quarters: z.array(startersSchema).readonly(),
  }),
});

const stayersSchema = z.object({
  n: z.int(),
  stayed: z.int(),
  /** Null below `neededN`. */
  stayedPpm: z.int().nullable(),
});

export const readEarlyResult = operation({
  id: 'readEarlyResult',
  method: 'GET',
  path: '/reports/early-result',
  summary:
    'Whether partners with a result in the first month stay, beside two groups to compare with; no cause is claimed',
  tag,
  permission: 'channel.read',
  query: z.strictObject(ofClass),
  answer: z.object({
    class: classSchema,
    /** Days on which those compared began: everybody old enough to be judged. */
    window: windowSchema,
    neededN: z.int(),
    earlyDays: z.int(),
    /** Staying is a paid sale between these days of one's own calendar, half-open. */
    stays: z.object({ fromDay: z.int(), toDay: z.int() }),
    early: stayersSchema,
    /** Everybody else, those who never sold too. */
    others: stayersSchema,
    /** Only those who sold too, but later. */
    later: stayersSchema,
    never: stayersSchema,
    /** How many times the share of `early` is that of the group, in hundredths; null where it cannot be told. */
    timesOthers: z.int().nullable(),
    timesLater: z.int().nullable(),
  }),
});

export const CURVES = ['partners', 'clients', 'direct'] as const;
export type CurveOf = (typeof CURVES)[number];

export const curveSchema = z.object({
  of: z.enum(CURVES),
  n: z.int(),
  stopped: z.int(),
  /** The day by which half have stopped; null while more than half go on, or too few are watched. */
  medianDays: z.int().nullable(),
  /** More than half go on to the end of what is watched. False beside no median: it cannot be told. */
  endsAbove: z.boolean(),
  points: z.array(z.object({ day: z.int(), atRisk: z.int(), stopped: z.int(), goOnPpm: z.int() })).readonly(),
});
export type Curve = z.output<typeof curveSchema>;

export const readSurvival = operation({
  id: 'readSurvival',
  method: 'GET',
  path: '/reports/survival',
  summary: 'Kaplan–Meier curves of partners, of the clients they brought, and of direct clients beside them',
  tag,
  permission: 'channel.read',
  query: z.strictObject(ofClass),
  answer: z.object({
    class: classSchema,
    window: windowSchema,
    neededN: z.int(),
    /** Without a sale for so long one has stopped; what happened later than that is not judged yet. */
    silenceDays: z.int(),
    /** Partners with an agreement who have never sold: they are on no curve. */
    neverSold: z.int(),
    /** Began too lately for the curve. */
    tooYoung: z.int(),
    curves: z.array(curveSchema).readonly(),
  }),
});

const weekSchema = z.object({
  /** Its Monday. */
  week: z.string(),
  paidMinor: integerSchema,
  /** The median of the eight weeks before; null: too little before it to judge by. */
  medianMinor: integerSchema.nullable(),
  spike: z.boolean(),
});
export type Week = z.output<typeof weekSchema>;

export const readSteady = operation({
  id: 'readSteady',
  method: 'GET',
  path: '/reports/steady',
  summary:
    'How steady the revenue is: long-active partners, weeks without spikes, concentration, margin by month',
  tag,
  permission: 'channel.read',
  query: z.strictObject(ofClass),
  answer: z.object({
    class: classSchema,
    currency: currencySchema,
    neededN: z.int(),
    /** The last whole quarter: of it are the long-active and the concentration. */
    quarter: windowSchema,
    long: z.object({
      quarters: z.int(),
      sellers: z.int(),
      longSellers: z.int(),
      paidMinor: integerSchema,
      longPaidMinor: integerSchema,
      sharePpm: integerSchema.nullable(),
    }),
    concentration: z.object({
      sellers: z.int(),
      topOnePpm: integerSchema.nullable(),
      topFifthPpm: integerSchema.nullable(),
      /** Herfindahl–Hirschman, 0…10,000: the sum of squared percentages. */
      hhi: z.int().nullable(),
      /** What the largest 10, 20, … 100 % of sellers give. */
      tenths: z.array(integerSchema).readonly(),
    }),
    spikes: z.object({
      window: windowSchema,
      times: z.int(),
      judged: z.int(),
      spikes: z.int(),
      sharePpm: integerSchema.nullable(),
      weeks: z.array(weekSchema).readonly(),
    }),
    stability: z.object({ window: windowSchema, months: z.int(), sharePpm: integerSchema.nullable() }),
  }),
});

export const DIMENSIONS = ['track', 'kind', 'stage'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The line of those counted in another class: their money of this one, and none of their hours. */
export const ELSEWHERE = 'elsewhere';

export const effortRowSchema = z.object({
  key: z.string(),
  class: classSchema,
  partners: z.int(),
  touched: z.int(),
  touches: z.int(),
  minutes: z.int(),
  minutesPpm: integerSchema.nullable(),
  paidMinor: integerSchema,
  paidPpm: integerSchema.nullable(),
  /** Working and led by hand, and of them without a touch for thirty days (S1.27), as on the page of touches. */
  atWork: z.int(),
  untouched: z.int(),
});
export type EffortRow = z.output<typeof effortRowSchema>;

export const readEffort = operation({
  id: 'readEffort',
  method: 'GET',
  path: '/reports/effort',
  summary: 'Where the hours of the team go by track, kind and stage, beside what each of them brings',
  tag,
  permission: 'channel.read',
  query: z.strictObject(ofClass),
  answer: z.object({
    class: classSchema,
    currency: currencySchema,
    window: windowSchema,
    silentDays: z.int(),
    minutes: z.int(),
    paidMinor: integerSchema,
    tracks: z.array(effortRowSchema).readonly(),
    kinds: z.array(effortRowSchema).readonly(),
    stages: z.array(effortRowSchema).readonly(),
  }),
});

/** By the thresholds of trust that gates and caps already use: 40, 50, 60 and 80 points. */
export const BANDS = ['high', 'enough', 'nearly', 'low', 'broken', 'unknown'] as const;
export type Band = (typeof BANDS)[number];

export const bandSchema = z.object({
  band: z.enum(BANDS),
  class: classSchema,
  fromPoints: z.int().nullable(),
  toPoints: z.int().nullable(),
  partners: z.int(),
  sellers: z.int(),
  activePpm: integerSchema.nullable(),
  paidMinor: integerSchema,
  refundsMinor: integerSchema,
  refundsPpm: integerSchema.nullable(),
  deals: z.int(),
  closed: z.int(),
  won: z.int(),
  wonPpm: integerSchema.nullable(),
  /** Won expansions and cross-sales among them. */
  expansions: z.int(),
});

export const readTrustBands = operation({
  id: 'readTrustBands',
  method: 'GET',
  path: '/reports/trust',
  summary: 'What came of sales and deals by band of trust',
  tag,
  permission: 'channel.read',
  query: z.strictObject(ofClass),
  answer: z.object({
    class: classSchema,
    currency: currencySchema,
    neededN: z.int(),
    window: windowSchema,
    dealsWindow: windowSchema,
    bands: z.array(bandSchema).readonly(),
  }),
});

/** Reports whose numbers open to rows, and the parts each opens by. */
export const REPORTS = ['first_sale', 'early_result', 'survival', 'steady', 'effort', 'trust'] as const;
export type Report = (typeof REPORTS)[number];

export const listReportRows = operation({
  id: 'listReportRows',
  method: 'GET',
  path: '/reports/rows',
  summary: 'The partners or clients behind a number of a report; `part` says behind which',
  tag,
  permission: 'channel.read',
  query: z.strictObject({
    ...ofClass,
    report: z.enum(REPORTS).default('first_sale'),
    /** `all`, or what the report calls it: `kind:agent`, `quarter:2026-01-01`, `early`, `direct`, `track:scaled`. */
    part: z
      .string()
      .regex(/^[a-z_]{1,30}(:[a-z0-9_-]{1,30})?$/)
      .default('all'),
    ...pageQuery,
  }),
  answer: pageOf(numberRowSchema),
});

export const exportReportRows = exportOf(listReportRows, {
  id: 'exportReportRows',
  permission: 'channel.export',
});
