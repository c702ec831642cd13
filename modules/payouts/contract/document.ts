import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { daySchema, wordsText } from './shapes.ts';

export const DOCUMENT_KINDS = ['receipt', 'act'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const documentSchema = z.object({
  id: idSchema('payout_document'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  payoutId: idSchema('payout').nullable(),
  statementId: idSchema('statement').nullable(),
  number: z.string(),
  onDay: daySchema,
  fileId: idSchema('file').nullable(),
  link: z.string().nullable(),
});
export type PayoutDocument = z.infer<typeof documentSchema>;

/** Paid to a self-employed person who has not shown a receipt yet. */
export const missingReceiptSchema = z.object({
  payoutId: idSchema('payout'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  paidOn: daySchema,
  /** The law gives until the ninth of the next month. */
  dueOn: daySchema,
  isLate: z.boolean(),
  amountMinor: minorSchema,
  currency: currencySchema,
});
export type MissingReceipt = z.infer<typeof missingReceiptSchema>;

const tag = 'documents';
const params = z.strictObject({ documentId: idSchema('payout_document') });

export const listDocuments = operation({
  id: 'listDocuments',
  method: 'GET',
  path: '/payout-documents',
  summary: 'Receipts and acts that stand, the last day first; people of a partner see their own',
  tag,
  permission: 'document.read',
  query: z.strictObject({
    ...pageQuery,
    partnerId: idSchema('partner').optional(),
    statementId: idSchema('statement').optional(),
    kind: z.enum(DOCUMENT_KINDS).optional(),
  }),
  answer: pageOf(documentSchema),
});

export const exportDocuments = exportOf(listDocuments, {
  id: 'exportDocuments',
  permission: 'document.read',
});

export const listMissingReceipts = operation({
  id: 'listMissingReceipts',
  method: 'GET',
  path: '/payout-documents/missing',
  summary:
    'Payouts to self-employed people that no receipt was shown for, the oldest first, at most two hundred',
  tag,
  permission: 'document.read',
  query: z.strictObject({ partnerId: idSchema('partner').optional() }),
  answer: z.object({ items: z.array(missingReceiptSchema) }),
});

export const attachDocument = operation({
  id: 'attachDocument',
  method: 'POST',
  path: '/payout-documents',
  summary:
    'Attaches a receipt or an act to a payout or to a month’s statement: a file, or the tax service’s address',
  tag,
  permission: 'document.attach',
  body: z
    .strictObject({
      kind: z.enum(DOCUMENT_KINDS),
      payoutId: idSchema('payout').optional(),
      statementId: idSchema('statement').optional(),
      number: z.string().trim().min(1).max(100),
      onDay: daySchema,
      fileId: idSchema('file').optional(),
      link: z
        .url({ protocol: /^https$/ })
        .max(500)
        .optional(),
    })
    .refine((told) => (told.payoutId === undefined) !== (told.statementId === undefined), {
      message: 'a payout or a statement',
      path: ['payoutId'],
    })
    .refine((told) => told.fileId !== undefined || told.link !== undefined, {
      message: 'a file or a link',
      path: ['fileId'],
    }),
  answer: z.object({ id: idSchema('payout_document') }),
  status: 201,
});

export const withdrawDocument = operation({
  id: 'withdrawDocument',
  method: 'POST',
  path: '/payout-documents/:documentId/withdrawal',
  summary: 'Attached by mistake: it stands no more, and is kept with the reason',
  tag,
  permission: 'document.withdraw',
  params,
  body: z.strictObject({ words: wordsText }),
  answer: z.object({ id: idSchema('payout_document') }),
});
