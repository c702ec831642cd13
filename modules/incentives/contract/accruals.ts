import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema, ppmSchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { explanationSchema } from './explanation.ts';

export const ACCRUAL_KINDS = ['commission', 'clawback', 'fixed_fee', 'bonus', 'correction'] as const;
/** pending → (on_hold) → approved → paid; reversed: taken back in full before it was paid. */
export const ACCRUAL_STATES = ['pending', 'on_hold', 'approved', 'paid', 'waived', 'reversed'] as const;

const tag = 'incentives';
const day = z.iso.date();
const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const reason = z.string().trim().min(3).max(500);
const accrualParams = z.strictObject({ accrualId: idSchema('accrual') });

export const accrualRowSchema = z.object({
  id: idSchema('accrual'),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  class: z.string(),
  kind: z.enum(ACCRUAL_KINDS),
  role: z.string(),
  saleId: idSchema('sale').nullable(),
  /** The sale's or refund's own number. */
  subject: z.string().nullable(),
  clientName: z.string().nullable(),
  feeFor: z.string().nullable(),
  schemeName: z.string().nullable(),
  amountMinor: minorSchema,
  currency: currencySchema,
  state: z.enum(ACCRUAL_STATES),
  /** Taken back after it had been paid: set off against what is earned next. */
  carried: z.boolean(),
  holdReason: z.string().nullable(),
  /** When somebody decides about it. */
  holdUntil: day.nullable(),
  period: z.string(),
  effectiveAt: instantSchema,
  maturesOn: day,
  /** Why it earned nothing: the last step of its explanation; null where it earned. */
  whyNothing: explanationSchema.shape.lines.element.nullable(),
});
export type AccrualRow = z.output<typeof accrualRowSchema>;

export const listAccruals = operation({
  id: 'listAccruals',
  method: 'GET',
  path: '/accruals',
  summary: 'Accruals, newest first: for what, by which rule, in what state',
  tag,
  permission: 'accrual.read',
  query: z.strictObject({
    ...pageQuery,
    partner: idSchema('partner').optional(),
    scheme: idSchema('scheme').optional(),
    class: z.enum(['referral', 'partner_sales', 'alliance']).optional(),
    state: z.enum([...ACCRUAL_STATES, 'nothing', 'to_approve']).optional(),
    month: monthText.optional(),
  }),
  answer: pageOf(accrualRowSchema),
});

export const exportAccruals = exportOf(listAccruals, { id: 'exportAccruals', permission: 'accrual.export' });

const besideSchema = z.object({
  id: idSchema('accrual'),
  kind: z.enum(ACCRUAL_KINDS),
  amountMinor: minorSchema,
  state: z.enum(ACCRUAL_STATES),
  effectiveAt: instantSchema,
  recordedAt: instantSchema,
  author: z.string().nullable(),
  reason: z.string().nullable(),
});

/** Everything behind one amount: sale, rule, version, base, what was left out, rate, rounding, author (money.md 7). */
export const accrualSchema = accrualRowSchema.extend({
  agreementId: idSchema('agreement'),
  /** The deal that became the sale, where the reader may open it. */
  dealId: idSchema('deal').nullable(),
  sharePpm: ppmSchema,
  /** What the rule was applied to, in minor units; finer parts are in the explanation. */
  baseMinor: minorSchema,
  ratePpm: ppmSchema.nullable(),
  rounding: z.string(),
  explanation: explanationSchema,
  recordedAt: instantSchema,
  approval: z.enum(['auto', 'manual']),
  approvedAt: instantSchema.nullable(),
  /** A name; null: by itself. */
  approvedBy: z.string().nullable(),
  paidAt: instantSchema.nullable(),
  payoutId: idSchema('payout').nullable(),
  author: z.string().nullable(),
  reason: z.string().nullable(),
  sale: z
    .object({
      id: idSchema('sale'),
      externalId: z.string(),
      occurredAt: instantSchema,
      amountMinor: minorSchema,
      clientName: z.string().nullable(),
    })
    .nullable(),
  refund: z
    .object({
      id: idSchema('refund'),
      externalId: z.string(),
      occurredAt: instantSchema,
      amountMinor: minorSchema,
    })
    .nullable(),
  /** Why this partner: the rule that credited it and its reason; words are with attribution. */
  credit: z
    .object({
      rule: z.string(),
      reason: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
    })
    .nullable(),
  scheme: z
    .object({
      id: idSchema('scheme'),
      name: z.string(),
      version: z.int(),
      validFrom: day,
      author: z.string().nullable(),
      approver: z.string().nullable(),
      soleApprover: z.boolean(),
    })
    .nullable(),
  hold: z
    .object({
      id: idSchema('hold'),
      reason: z.string(),
      until: day,
      heldBy: z.string().nullable(),
      heldAt: instantSchema,
    })
    .nullable(),
  /** What this one takes from or mends. */
  of: z.object({ id: idSchema('accrual'), amountMinor: minorSchema }).nullable(),
  /** What takes from this one or mends it. */
  beside: z.array(besideSchema),
  can: canSchema,
});
export type AccrualShown = z.output<typeof accrualSchema>;

export const getAccrual = operation({
  id: 'getAccrual',
  method: 'GET',
  path: '/accruals/:accrualId',
  summary: 'One accrual explained: «почему столько»',
  tag,
  permission: 'accrual.read',
  params: accrualParams,
  answer: accrualSchema,
});

export const approveAccrualsNow = operation({
  id: 'approveAccruals',
  method: 'POST',
  path: '/accruals/approval',
  summary: 'Approves accruals that wait for a person, after their validation period',
  tag,
  permission: 'accrual.approve',
  body: z.strictObject({ accrualIds: z.array(idSchema('accrual')).min(1).max(500) }),
  answer: z.object({ approved: z.int() }),
});

const differenceSchema = z.object({
  accrualId: idSchema('accrual'),
  currency: currencySchema,
  wasMinor: minorSchema,
  becomesMinor: minorSchema,
  differenceMinor: minorSchema,
});
const signedMinor = z.int().min(-9_000_000_000_000).max(9_000_000_000_000);

export const previewAccrualCorrection = operation({
  id: 'previewAccrualCorrection',
  method: 'GET',
  path: '/accruals/:accrualId/correction',
  summary: 'The difference a correction would make; changes nothing',
  tag,
  permission: 'accrual.correct',
  params: accrualParams,
  query: z.strictObject({ becomesMinor: z.coerce.number().pipe(signedMinor) }),
  answer: differenceSchema,
});

export const postAccrualCorrection = operation({
  id: 'correctAccrual',
  method: 'POST',
  path: '/accruals/:accrualId/correction',
  summary: 'Corrects an accrual by a new linked entry for the difference that was shown',
  tag,
  permission: 'accrual.correct',
  params: accrualParams,
  body: z.strictObject({ wasMinor: signedMinor, becomesMinor: signedMinor, reason }),
  answer: differenceSchema.extend({ correctionId: idSchema('accrual') }),
  status: 201,
});

const recalculationShown = z.object({
  sales: z.int(),
  digest: z.string(),
  differences: z.array(
    z.object({
      saleId: idSchema('sale').nullable(),
      partnerId: idSchema('partner'),
      kind: z.enum(ACCRUAL_KINDS),
      currency: currencySchema,
      wasMinor: minorSchema,
      becomesMinor: minorSchema,
    }),
  ),
});
const agreementParams = z.strictObject({ agreementId: idSchema('agreement') });

export const previewAgreementRecalculation = operation({
  id: 'previewRecalculation',
  method: 'GET',
  path: '/agreements/:agreementId/recalculation',
  summary:
    'What the sales of these days would earn by today’s rules, against what they earned; changes nothing',
  tag,
  permission: 'accrual.correct',
  params: agreementParams,
  query: z.strictObject({ from: day, to: day }),
  answer: recalculationShown,
});

export const postAgreementRecalculation = operation({
  id: 'recalculate',
  method: 'POST',
  path: '/agreements/:agreementId/recalculation',
  summary: 'Posts exactly the differences that were shown, each as a linked entry',
  tag,
  permission: 'accrual.correct',
  params: agreementParams,
  body: z.strictObject({ from: day, to: day, digest: z.string().max(100), reason }),
  answer: recalculationShown,
});
