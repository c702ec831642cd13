import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { daySchema, fileFields, monthSchema, totalFields, wordsText } from './shapes.ts';

export const STATEMENT_STATES = [
  'draft',
  'sent',
  'accepted',
  'accepted_by_silence',
  'objected',
  'resolved',
] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

const tag = 'statements';
const params = z.strictObject({ statementId: idSchema('statement') });

const statementFields = {
  id: idSchema('statement'),
  month: monthSchema,
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  currency: currencySchema,
  state: z.enum(STATEMENT_STATES),
  sentAt: instantSchema.nullable(),
  /** The last day to object; later it is accepted by silence. */
  answerBy: daySchema.nullable(),
  ...totalFields,
};

export const statementRowSchema = z.object({ ...statementFields });
export type StatementRow = z.infer<typeof statementRowSchema>;

export const statementSchema = z.object({
  ...statementFields,
  sentBy: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
  answeredBy: z.string().nullable(),
  objection: z.string().nullable(),
  resolvedAt: instantSchema.nullable(),
  resolvedBy: z.string().nullable(),
  resolution: z.string().nullable(),
  /** The entry that corrected what was objected to. */
  correctionId: idSchema('accrual').nullable(),
  /** Names of our people above, by id. */
  people: z.record(z.string(), z.string()),
  can: canSchema,
});
export type StatementShown = z.infer<typeof statementSchema>;

/** One line: who brought whom, for how much, what came of it and by which rule. */
export const statementLineSchema = z.object({
  accrualId: idSchema('accrual'),
  kind: z.string(),
  class: z.string(),
  role: z.string(),
  effectiveAt: instantSchema,
  saleId: idSchema('sale').nullable(),
  saleNumber: z.string().nullable(),
  refundId: idSchema('refund').nullable(),
  /** Null where the reader may not know the client. */
  clientName: z.string().nullable(),
  saleAmountMinor: minorSchema.nullable(),
  baseMinor: minorSchema,
  ratePpm: z.preprocess((value) => (typeof value === 'bigint' ? Number(value) : value), z.int().nullable()),
  schemeName: z.string().nullable(),
  schemeVersion: z.int().nullable(),
  amountMinor: minorSchema,
  currency: currencySchema,
  /** Learned after its own month had been closed. */
  isLate: z.boolean(),
});
export type StatementLine = z.infer<typeof statementLineSchema>;

export const listStatements = operation({
  id: 'listStatements',
  method: 'GET',
  path: '/statements',
  summary: 'Statements of closed months, the last month first; people of a partner see those sent to them',
  tag,
  permission: 'statement.read',
  query: z.strictObject({
    ...pageQuery,
    month: monthSchema.optional(),
    partnerId: idSchema('partner').optional(),
    state: z.enum(STATEMENT_STATES).optional(),
  }),
  answer: pageOf(statementRowSchema),
});

export const exportStatements = exportOf(listStatements, {
  id: 'exportStatements',
  permission: 'statement.export',
});

export const getStatement = operation({
  id: 'getStatement',
  method: 'GET',
  path: '/statements/:statementId',
  summary: 'One statement: what was owed, added, paid and is owed, and how it was answered',
  tag,
  permission: 'statement.read',
  params,
  answer: statementSchema,
});

export const listStatementLines = operation({
  id: 'listStatementLines',
  method: 'GET',
  path: '/statements/:statementId/lines',
  summary: 'Every accrual behind a statement with its sale and rule',
  tag,
  permission: 'statement.read',
  params,
  query: z.strictObject(pageQuery),
  answer: pageOf(statementLineSchema),
});

export const statementFile = operation({
  id: 'statementFile',
  method: 'GET',
  path: '/statements/:statementId/file',
  summary: 'The statement as a PDF, XLSX or CSV file',
  tag,
  permission: 'statement.read',
  params,
  query: z.strictObject({ format: z.enum(['csv', 'xlsx', 'pdf']), ...fileFields }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});

export const sendStatementsOperation = operation({
  id: 'sendStatements',
  method: 'POST',
  path: '/months/:month/statements/sending',
  summary: 'Opens drafts of a closed month to their partners; from then on the days to object run',
  tag,
  permission: 'statement.send',
  params: z.strictObject({ month: monthSchema }),
  body: z.strictObject({ statementIds: z.array(idSchema('statement')).min(1).max(1000).optional() }),
  answer: z.object({ sent: z.int(), answerBy: daySchema }),
});

export const acceptStatementOperation = operation({
  id: 'acceptStatement',
  method: 'POST',
  path: '/statements/:statementId/acceptance',
  summary: 'The partner agrees; the team may write down an answer that came another way',
  tag,
  permission: 'statement.answer',
  params,
  answer: z.object({ state: z.enum(STATEMENT_STATES) }),
});

export const objectToStatementOperation = operation({
  id: 'objectToStatement',
  method: 'POST',
  path: '/statements/:statementId/objection',
  summary: 'The partner does not agree and says with what',
  tag,
  permission: 'statement.answer',
  params,
  body: z.strictObject({ words: wordsText }),
  answer: z.object({ state: z.enum(STATEMENT_STATES) }),
});

export const resolveObjectionOperation = operation({
  id: 'resolveObjection',
  method: 'POST',
  path: '/statements/:statementId/resolution',
  summary: 'Answers an objection: by a correcting entry in the open month, or by words',
  tag,
  permission: 'statement.resolve',
  params,
  body: z.strictObject({
    words: wordsText,
    correction: z
      .strictObject({ accrualId: idSchema('accrual'), wasMinor: z.int(), becomesMinor: z.int() })
      .optional(),
  }),
  answer: z.object({ state: z.enum(STATEMENT_STATES), correctionId: idSchema('accrual').nullable() }),
});
