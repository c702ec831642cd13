import * as z from 'zod';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { exportOf, operation } from '@mosty/kernel/operation';
import { ACCOUNT_KINDS } from './accounts.ts';

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What one kind of account had at the beginning of a month, what was posted to it, and what it had at the end. */
export const turnoverSchema = z.object({
  account: z.enum(ACCOUNT_KINDS),
  currency: currencySchema,
  /** Debit is positive: what we owe has a minus. */
  openingMinor: minorSchema,
  /** Both turnovers are positive. */
  debitMinor: minorSchema,
  creditMinor: minorSchema,
  closingMinor: minorSchema,
});
export type Turnover = z.infer<typeof turnoverSchema>;

export const readTrialBalance = operation({
  id: 'readTrialBalance',
  method: 'GET',
  path: '/ledger/trial-balance',
  summary: 'Opening balance, debit, credit and closing balance of every kind of account in one month',
  tag: 'ledger',
  permission: 'ledger.read',
  query: z.strictObject({
    /** The running month unless told. */
    month: monthSchema.optional(),
  }),
  answer: z.object({
    month: monthSchema,
    /** In the order of the chart of accounts, the company's currency first. Accounts never used are left out. */
    items: z.array(turnoverSchema),
  }),
});

export const exportTrialBalance = exportOf(readTrialBalance, {
  id: 'exportTrialBalance',
  permission: 'ledger.export',
});
