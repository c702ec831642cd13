import { idSchema } from '@mosty/kernel/id';
import { exportOf, LANGUAGES, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** The points of a quarterly review, in their order; the first question is whether people are better off (S0.75). */
export const POINTS = [
  'outcomes',
  'promises',
  'money',
  'pipeline',
  'worked',
  'broke',
  'trust',
  'roles',
  'feedback',
  'thresholds',
  'plan',
  'decision',
] as const;
export type Point = (typeof POINTS)[number];

export const STATES = ['open', 'shown', 'decided', 'signed'] as const;
export type State = (typeof STATES)[number];

/** Go on, change something, or part with dignity (S0.54). */
export const DECISIONS = ['continue', 'change', 'part'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What was counted for a point. Words: `fact.<code>`; money in `minor` beside its `currency`. */
const factSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Fact = z.infer<typeof factSchema>;

export const documentSchema = z.object({
  points: z.array(z.object({ point: z.enum(POINTS), facts: z.array(factSchema).readonly() })).readonly(),
});
export type Document = z.infer<typeof documentSchema>;

export const reviewRow = z.object({
  id: idSchema('review'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  /** The first day of the quarter looked at. */
  quarter: z.iso.date(),
  dueOn: z.iso.date(),
  isLate: z.boolean(),
  state: z.enum(STATES),
  decision: z.enum(DECISIONS).nullable(),
});
export type ReviewRow = z.output<typeof reviewRow>;

export const reviewSchema = reviewRow.extend({
  document: documentSchema,
  shownAt: instantSchema.nullable(),
  remarks: z
    .array(
      z.object({
        no: z.int(),
        point: z.enum(POINTS),
        side: z.enum(['ours', 'theirs']),
        text: z.string(),
        author: z.string(),
        at: instantSchema,
      }),
    )
    .readonly(),
  reason: z.string().nullable(),
  goals: z.array(z.string()).readonly(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  signedAt: instantSchema.nullable(),
  signedBy: z.string().nullable(),
  can: z.object({ show: z.boolean(), remark: z.boolean(), decide: z.boolean(), sign: z.boolean() }),
});
export type Review = z.output<typeof reviewSchema>;

const tag = 'reviews';
const params = z.strictObject({ reviewId: idSchema('review') });
const line = z.string().trim().min(3);

export const listReviews = operation({
  id: 'listReviews',
  method: 'GET',
  path: '/reviews',
  summary:
    'Quarterly reviews, the soonest due first; people of a partner see theirs from the day they were shown',
  tag,
  permission: 'review.read',
  query: z.strictObject({
    ...pageQuery,
    state: z.enum(STATES).optional(),
    partnerId: idSchema('partner').optional(),
  }),
  answer: pageOf(reviewRow),
});

export const exportReviews = exportOf(listReviews, { id: 'exportReviews', permission: 'review.read' });

export const readReview = operation({
  id: 'readReview',
  method: 'GET',
  path: '/reviews/:reviewId',
  summary: 'One review: twelve points assembled from data, remarks of both sides, decision and signature',
  tag,
  permission: 'review.read',
  params,
  answer: reviewSchema,
});

export const printReview = operation({
  id: 'printReview',
  method: 'GET',
  path: '/reviews/:reviewId/file',
  summary:
    'The review as a document to keep (PDF): twelve points, remarks of both sides, decision, both signatures',
  tag,
  permission: 'review.read',
  params,
  query: z.strictObject({ language: z.enum(LANGUAGES).default('ru') }),
  answer: z.unknown(),
  produces: 'application/pdf',
});

export const showReview = operation({
  id: 'showReview',
  method: 'POST',
  path: '/reviews/:reviewId/document',
  summary: 'Keeps the document as it is now and shows the very same to the partner',
  tag,
  permission: 'review.write',
  params,
  answer: reviewSchema,
});

export const remarkReview = operation({
  id: 'remarkReview',
  method: 'POST',
  path: '/reviews/:reviewId/remarks',
  summary: 'Says something of a point; either side, both read it',
  tag,
  permission: 'review.remark',
  params,
  body: z.strictObject({ point: z.enum(POINTS), text: line.max(2_000) }),
  answer: reviewSchema,
});

export const decideReview = operation({
  id: 'decideReview',
  method: 'POST',
  path: '/reviews/:reviewId/decision',
  summary: 'Continue, change or part, with a reason and at most three goals',
  tag,
  permission: 'review.decide',
  params,
  body: z.strictObject({
    decision: z.enum(DECISIONS),
    reason: line.max(1_000),
    goals: z.array(line.max(200)).max(3).default([]),
  }),
  answer: reviewSchema,
});

export const signReview = operation({
  id: 'signReview',
  method: 'POST',
  path: '/reviews/:reviewId/signature',
  summary: 'The partner puts its name under the decision',
  tag,
  permission: 'review.sign',
  params,
  answer: reviewSchema,
});

export const listPassive = operation({
  id: 'listPassive',
  method: 'GET',
  path: '/reviews/passive',
  summary: 'Working partners silent for 180 days and more: proposed for an honest parting (S0.73)',
  tag,
  permission: 'review.write',
  answer: z.object({
    items: z
      .array(
        z.object({
          partner: z.object({ id: idSchema('partner'), name: z.string() }),
          days: z.int(),
          lastSignalOn: z.iso.date().nullable(),
        }),
      )
      .readonly(),
  }),
});
