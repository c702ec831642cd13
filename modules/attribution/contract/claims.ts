import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { pageOf, pageQuery, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';

export const CLAIM_STATES = ['open', 'answered', 'upheld', 'rejected', 'withdrawn'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
export const WANTED = ['mine', 'shared', 'direct'] as const;

const text = z.string().trim().min(3).max(2_000);
const sharePpm = z.int().min(1).max(1_000_000);

/** What the claimant asks for: all of it, a part of it, or that nobody is credited. */
export const wantedSchema = z
  .strictObject({ outcome: z.enum(WANTED), sharePpm: sharePpm.optional() })
  .refine(({ outcome, sharePpm: part }) => (outcome === 'shared') === (part !== undefined), {
    message: 'a share is told where a share is asked for',
    path: ['sharePpm'],
  });
export type Wanted = z.infer<typeof wantedSchema>;

export const evidenceSchema = z.strictObject({
  text: z.string().trim().min(1).max(500),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Shares of those it is given to; they sum to the whole. None: nobody brought it. */
export const sourcesSchema = z
  .array(z.strictObject({ partnerId: idSchema('partner'), sharePpm }))
  .max(10)
  .refine((sources) => sources.length === 0 || sum(sources) === 1_000_000, {
    message: 'shares sum to one million',
  })
  .refine((sources) => new Set(sources.map((one) => one.partnerId)).size === sources.length, {
    message: 'each partner stands once',
  });
const sum = (sources: readonly { sharePpm: number }[]) =>
  sources.reduce((total, one) => total + (Number.isSafeInteger(one.sharePpm) ? one.sharePpm : 0), 0);

const claimRowSchema = z.object({
  id: idSchema('claim'),
  /** One of the two: a sale, or a deal as a whole. */
  saleId: idSchema('sale').nullable(),
  saleKey: z.string().nullable(),
  dealId: idSchema('deal').nullable(),
  dealNumber: z.int().nullable(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  /** null: our own people contest it, or another partner, where the reader is a partner. */
  claimantPartnerId: z.string().nullable(),
  claimantName: z.string().nullable(),
  own: z.boolean(),
  claims: z.string(),
  wanted: wantedSchema,
  state: z.enum(CLAIM_STATES),
  openedAt: instantSchema,
  respondBy: z.iso.date(),
  decidedAt: instantSchema.nullable(),
  precedentTitle: z.string().nullable(),
});
export type ClaimRow = z.infer<typeof claimRowSchema>;

const tag = 'attribution';
const params = z.strictObject({ claimId: idSchema('claim') });
const changed = z.object({ id: idSchema('claim'), state: z.enum(CLAIM_STATES) });

export const listClaims = operation({
  id: 'listClaims',
  method: 'GET',
  path: '/claims',
  summary: 'Quarrels about who brought a sale: those that wait first',
  tag,
  permission: 'claim.read',
  query: z.strictObject({
    ...pageQuery,
    show: z.enum(['waiting', 'decided', 'precedents', 'all']).default('waiting'),
  }),
  answer: pageOf(claimRowSchema),
});

export const getClaim = operation({
  id: 'getClaim',
  method: 'GET',
  path: '/claims/:claimId',
  summary:
    'A claim: both versions, evidence, what was decided and why, what was decided in such cases before',
  tag,
  permission: 'claim.read',
  params,
  answer: claimRowSchema.extend({
    evidence: z.array(evidenceSchema),
    notes: z.array(
      z.object({
        position: z.int(),
        side: z.enum(['claimant', 'us', 'other']),
        partnerName: z.string().nullable(),
        said: z.string(),
        at: instantSchema,
      }),
    ),
    decisionReason: z.string().nullable(),
    ruling: z
      .array(
        z.object({ partnerId: z.string().nullable(), partnerName: z.string().nullable(), sharePpm: z.int() }),
      )
      .nullable(),
    precedents: z.array(
      z.object({
        id: idSchema('claim'),
        title: z.string(),
        state: z.enum(CLAIM_STATES),
        sameRule: z.boolean(),
        decisionReason: z.string(),
      }),
    ),
    can: z.object({ answer: z.boolean(), decide: z.boolean(), withdraw: z.boolean() }),
  }),
});

export const openClaim = operation({
  id: 'openClaim',
  method: 'POST',
  path: '/claims',
  summary: 'Contests who brought a sale, or whose a deal is; a person of ours may do it for a partner',
  tag,
  permission: 'claim.open',
  status: 201,
  body: z
    .strictObject({
      saleId: idSchema('sale').optional(),
      dealId: idSchema('deal').optional(),
      /** For whom, where a person of ours opens it; absent: for ourselves. */
      partnerId: idSchema('partner').optional(),
      claims: text,
      wanted: wantedSchema,
      evidence: z.array(evidenceSchema).max(20).default([]),
    })
    .refine(({ saleId, dealId }) => (saleId === undefined) !== (dealId === undefined), {
      message: 'a sale or a deal, one of them',
      path: ['saleId'],
    }),
  answer: changed,
});

export const answerClaim = operation({
  id: 'answerClaim',
  method: 'POST',
  path: '/claims/:claimId/notes',
  summary: 'Says what one side has to say; it is read by both',
  tag,
  permission: 'claim.answer',
  status: 201,
  params,
  body: z.strictObject({ said: z.string().trim().min(1).max(2_000) }),
  answer: changed,
});

export const withdrawClaim = operation({
  id: 'withdrawClaim',
  method: 'POST',
  path: '/claims/:claimId/withdrawal',
  summary: 'The claimant takes the claim back',
  tag,
  permission: 'claim.open',
  params,
  answer: changed,
});

/** Served by incentives: the money moves in the same transaction. */
export const decideClaim = operation({
  id: 'decideClaim',
  method: 'POST',
  path: '/claims/:claimId/decision',
  summary: 'Upholds or rejects a claim with an explanation to both sides; money moves by correcting entries',
  tag,
  permission: 'claim.decide',
  params,
  body: z.strictObject({
    outcome: z.enum(['upheld', 'rejected']),
    explanation: text,
    /** Otherwise than it was asked for. */
    sources: sourcesSchema.optional(),
    precedentTitle: z.string().trim().min(3).max(200).optional(),
  }),
  answer: changed.extend({ movedSales: z.int(), accruals: z.int() }),
});
