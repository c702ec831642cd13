import { integerSchema } from '@mosty/insight/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { fileQuery, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** Reporting classes, each a book of its own: nothing here adds one to another (S2.3). */
export const BOOKS = ['referral', 'partner_sales', 'alliance'] as const;
export type Book = (typeof BOOKS)[number];

/** What is put into a class, by what for: the kinds of costs. */
export const COST_LINES = [
  'team',
  'fee',
  'bonus',
  'tools',
  'integration',
  'event',
  'materials',
  'other',
] as const;
export type CostLine = (typeof COST_LINES)[number];

const book = z.enum(BOOKS);
/** `YYYY-MM` of the company's calendar. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Whole numbers of the least unit of the currency. */
const minor = integerSchema;
/** The same as it is typed: an amount up to ten billions of roubles. */
const typedMinor = z.int().min(0).max(1_000_000_000_000);

export const planSchema = z.object({ revenueMinor: minor, clients: z.int(), no: z.int() });

/** One month of one class. A margin is what is left: less than nothing where more was put in than came. */
export const monthFigures = z.object({
  month: monthSchema,
  /** False for the month that is not over. */
  whole: z.boolean(),
  plan: planSchema.nullable(),
  /** Paid, less what was returned. */
  revenueMinor: minor,
  clients: z.int(),
  salesCount: z.int(),
  /** What the sold took to make, where it was written down. */
  goodsMinor: minor,
  /** Sales of which nobody wrote what they took: with any, the margin is an estimate. */
  goodsUnknown: z.int(),
  commissionMinor: minor,
  costs: z.array(z.object({ kind: z.enum(COST_LINES), amountMinor: minor })).readonly(),
  /** Time of the team that is told and not yet written as a cost, by the hour. */
  unpricedMinutes: z.int(),
  unpricedMinor: minor,
  /** Revenue less goods, commission, costs and time not yet written. */
  marginMinor: minor,
  /** From the first month there is anything in. */
  cumulativeMinor: minor,
  closedAt: instantSchema.nullable(),
});

export const bookSchema = z.object({
  class: book,
  currency: currencySchema,
  items: z.array(monthFigures).readonly(),
  /** The first month by whose end everything put in had come back; null: not yet. */
  paybackMonth: monthSchema.nullable(),
  /** Whether anything was put in at all. */
  invested: z.boolean(),
  /** Paid revenue of the last three whole months by a person who keeps partners. */
  perPerson: z.object({ revenueMinor: minor, people: z.int() }).nullable(),
  can: z.object({ plan: z.boolean(), rates: z.boolean(), export: z.boolean() }),
});

const tag = 'economics';

export const readBook = operation({
  id: 'readEconomics',
  method: 'GET',
  path: '/economics',
  summary: 'Plan and fact of one class by month: revenue, commission, costs, time, margin, payback',
  tag,
  permission: 'department.read',
  query: z.strictObject({
    class: book.default('partner_sales'),
    months: z.coerce.number().int().min(1).max(60).default(12),
  }),
  answer: bookSchema,
});

export const exportBook = operation({
  id: 'exportEconomics',
  method: 'GET',
  path: '/economics/export',
  summary: 'The same months as a CSV or XLSX file, one line a month of one class, or of each: `all`',
  tag,
  permission: 'department.export',
  query: z.strictObject({
    ...readBook.query.shape,
    class: z.enum([...BOOKS, 'all']).default('partner_sales'),
    ...fileQuery,
  }),
  answer: z.unknown(),
  produces: 'text/csv',
});

/** What the closed month said, and what is true now. */
const driftSchema = z.object({
  line: z.enum(['revenue', 'goods', 'commission', 'costs', 'margin']),
  closedMinor: minor,
  nowMinor: minor,
});

export const monthSheet = z.object({
  month: monthSchema,
  currency: currencySchema,
  /** Each class apart. */
  books: z.array(z.object({ class: book, figures: monthFigures })).readonly(),
  /** Every plan written for the month, the last first. */
  plans: z
    .array(
      z.object({
        class: book,
        no: z.int(),
        revenueMinor: minor,
        clients: z.int(),
        reason: z.string().nullable(),
        writtenAt: instantSchema,
        writtenBy: z.string(),
      }),
    )
    .readonly(),
  /** Whose time is told and not yet a cost; without a rate there is no sum. */
  hours: z
    .array(
      z.object({
        memberId: z.string().nullable(),
        name: z.string().nullable(),
        class: book,
        minutes: z.int(),
        rateMinor: minor.nullable(),
        amountMinor: minor.nullable(),
      }),
    )
    .readonly(),
  /** What stands in the way of calling the month told: words under `check.<code>`. */
  checks: z.array(z.object({ code: z.string(), blocks: z.boolean(), count: z.int() })).readonly(),
  closed: z
    .object({
      at: instantSchema,
      by: z.string(),
      drift: z.array(z.object({ class: book, lines: z.array(driftSchema).readonly() })).readonly(),
    })
    .nullable(),
  can: z.object({ plan: z.boolean(), rates: z.boolean(), close: z.boolean() }),
});

export const readMonth = operation({
  id: 'readEconomicsMonth',
  method: 'GET',
  path: '/economics/months/:month',
  summary: 'One month: every class apart, its plans, hours not yet written as costs, and what was closed',
  tag,
  permission: 'department.read',
  params: z.strictObject({ month: monthSchema }),
  answer: monthSheet,
});

export const setPlan = operation({
  id: 'setEconomicsPlan',
  method: 'PUT',
  path: '/economics/months/:month/plans/:book',
  summary: 'Writes the plan of a month of one class anew; plans before it stay',
  tag,
  permission: 'department.plan',
  params: z.strictObject({ month: monthSchema, book }),
  body: z.strictObject({
    revenueMinor: typedMinor,
    clients: z.int().min(0).max(1_000_000),
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  answer: z.object({ no: z.int() }),
});

export const rateSchema = z.object({
  memberId: z.string().nullable(),
  name: z.string().nullable(),
  fromMonth: monthSchema,
  rateMinor: minor,
});

export const listRates = operation({
  id: 'listHourRates',
  method: 'GET',
  path: '/economics/rates',
  summary: 'What an hour of each colleague costs, from which month',
  tag,
  permission: 'department.rates',
  answer: z.object({ currency: currencySchema, items: z.array(rateSchema).readonly() }),
});

export const setRate = operation({
  id: 'setHourRate',
  method: 'POST',
  path: '/economics/rates',
  summary:
    'Sets what an hour costs from a month on; without a member, of everybody without a rate of their own',
  tag,
  permission: 'department.rates',
  body: z.strictObject({
    memberId: z.string().max(60).optional(),
    fromMonth: monthSchema,
    rateMinor: typedMinor,
  }),
  answer: rateSchema,
});

export const priceHours = operation({
  id: 'priceHours',
  method: 'POST',
  path: '/economics/months/:month/hours',
  summary:
    'Writes the told time of a month as costs of its partners, each colleague by their rate, once for ever',
  tag,
  permission: 'department.plan',
  params: z.strictObject({ month: monthSchema }),
  answer: z.object({ recorded: z.int(), withoutRate: z.int() }),
});

export const closeMonth = operation({
  id: 'closeEconomicsMonth',
  method: 'POST',
  path: '/economics/months/:month/close',
  summary: 'Keeps the figures of a month that is over as they are; what comes later is shown as a difference',
  tag,
  permission: 'department.close',
  params: z.strictObject({ month: monthSchema }),
  answer: z.object({ closedAt: instantSchema }),
});

export const readPartnerProfit = operation({
  id: 'readPartnerProfit',
  method: 'GET',
  path: '/economics/partners/:partnerId',
  summary:
    'A partner as an investment, each class apart: put in, come back, the month the two met, how evenly it comes',
  tag,
  permission: 'department.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({
    partnerId: idSchema('partner'),
    name: z.string(),
    currency: currencySchema,
    /** What one side gives up by working with nobody else (S1.67): told, and put in only when written as a cost. */
    exclusivity: z
      .array(
        z.object({
          agreementId: idSchema('agreement'),
          bound: z.enum(['ours', 'theirs']),
          subject: z.string(),
          inReturn: z.string(),
          priceMinor: minor.nullable(),
          currency: currencySchema.nullable(),
          from: z.string(),
          until: z.string(),
        }),
      )
      .readonly(),
    books: z
      .array(
        z.object({
          class: book,
          /** Costs by what for; the minutes are those written with them. */
          lines: z
            .array(
              z.object({ kind: z.enum(COST_LINES), amountMinor: minor, count: z.int(), minutes: z.int() }),
            )
            .readonly(),
          /** Time told and not a cost yet; without a rate for all of it the sum is less than the truth. */
          unpricedMinutes: z.int(),
          unpricedMinor: minor,
          isPriced: z.boolean(),
          investedMinor: minor,
          revenueMinor: minor,
          goodsMinor: minor,
          goodsUnknown: z.int(),
          commissionMinor: minor,
          /** Revenue less goods and commission. */
          returnedMinor: minor,
          leftMinor: minor,
          invested: z.boolean(),
          paybackMonth: monthSchema.nullable(),
          paybackAfter: z.int().nullable(),
          steadiness: z.object({
            months: z.int(),
            sold: z.int(),
            variationPpm: z.int().nullable(),
            is: z.enum(['even', 'uneven', 'rare']).nullable(),
          }),
          months: z
            .array(
              z.object({
                month: monthSchema,
                whole: z.boolean(),
                revenueMinor: minor,
                returnedMinor: minor,
                investedMinor: minor,
                balanceMinor: minor,
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  }),
});
export type PartnerProfit = z.output<typeof readPartnerProfit.answer>;

export type BookAnswer = z.output<typeof bookSchema>;
export type MonthFigures = z.output<typeof monthFigures>;
export type MonthSheet = z.output<typeof monthSheet>;
