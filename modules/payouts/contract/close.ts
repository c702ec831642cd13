import * as z from 'zod';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { monthSchema, totalFields } from './shapes.ts';

const tag = 'months';

export const CLOSE_CHECKS = [
  'month_over',
  'earlier_months_closed',
  'nothing_to_approve',
  'refunds_matched',
  'sales_credited',
  'payouts_finished',
] as const;

/** One line of the checklist. `blocks`: the month cannot be closed while it does not hold; the others only warn. */
export const closeCheckSchema = z.object({
  code: z.enum(CLOSE_CHECKS),
  holds: z.boolean(),
  blocks: z.boolean(),
  /** How many things stand in the way. */
  count: z.int(),
});
export type CloseCheck = z.infer<typeof closeCheckSchema>;

const monthTotalSchema = z.object({ currency: currencySchema, partners: z.int(), ...totalFields });

export const monthShownSchema = z.object({
  month: monthSchema,
  closedAt: instantSchema.nullable(),
  closedBy: z.string().nullable(),
  closedByName: z.string().nullable(),
  hash: z.string().nullable(),
  /** How many statements of the month are in each state. */
  statements: z.record(z.string(), z.int()),
  /** Of all partners, per currency. For an open month as they stand now. */
  totals: z.array(monthTotalSchema),
  checks: z.array(closeCheckSchema),
  can: canSchema,
});
export type MonthShown = z.infer<typeof monthShownSchema>;

export const getMonth = operation({
  id: 'getMonth',
  method: 'GET',
  path: '/months/:month',
  summary: 'One month of what we owe: its totals, and what is left to do before it is closed',
  tag,
  permission: 'period.read',
  params: z.strictObject({ month: monthSchema }),
  answer: monthShownSchema,
});

export const listMonths = operation({
  id: 'listMonths',
  method: 'GET',
  path: '/months',
  summary: 'Closed months, the last first, and the months still open',
  tag,
  permission: 'period.read',
  answer: z.object({
    open: z.array(monthSchema),
    closed: z.array(
      z.object({
        month: monthSchema,
        closedAt: instantSchema,
        closedBy: z.string(),
        partners: z.int(),
        hash: z.string(),
        paid: z.array(
          z.object({ currency: currencySchema, paidMinor: minorSchema, closingMinor: minorSchema }),
        ),
      }),
    ),
  }),
});

export const closeMonthOperation = operation({
  id: 'closeMonth',
  method: 'POST',
  path: '/months/:month/close',
  summary: 'Closes the month for ever: stores every total with a hash, and drafts the statements',
  tag,
  permission: 'period.close',
  params: z.strictObject({ month: monthSchema }),
  answer: z.object({ month: monthSchema, partners: z.int(), statements: z.int(), hash: z.string() }),
});
