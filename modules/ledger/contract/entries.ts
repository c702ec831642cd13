import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { ACCOUNT_KINDS } from './accounts.ts';

/** One money movement with the entries the reader may see: people of a partner see that partner's side of it. */
export const ledgerTransactionSchema = z.object({
  id: idSchema('transaction'),
  kind: z.string(),
  sourceKind: z.string(),
  sourceId: z.string(),
  effectiveAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  /** The company's month it counts in. */
  period: z.string(),
  reason: z.string().nullable(),
  author: z.string(),
  /** Null where a job of the program made it. */
  authorName: z.string().nullable(),
  reversesId: idSchema('transaction').nullable(),
  entries: z.array(
    z.object({
      account: z.enum(ACCOUNT_KINDS),
      partnerId: idSchema('partner').nullable(),
      /** Null with an account of the company's own. */
      partnerName: z.string().nullable(),
      currency: currencySchema,
      /** Debit is positive. */
      amountMinor: minorSchema,
    }),
  ),
});
export type LedgerTransaction = z.infer<typeof ledgerTransactionSchema>;

export const listLedger = operation({
  id: 'listLedger',
  method: 'GET',
  path: '/ledger/transactions',
  summary: 'Every money movement with its entries, the last recorded first',
  tag: 'ledger',
  permission: 'ledger.read',
  query: z.strictObject({
    ...pageQuery,
    partnerId: idSchema('partner').optional(),
    account: z.enum(ACCOUNT_KINDS).optional(),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
  }),
  answer: pageOf(ledgerTransactionSchema),
});

/** A row an entry, the entries of one movement beside each other. */
export const exportLedger = exportOf(listLedger, { id: 'exportLedger', permission: 'ledger.export' });
