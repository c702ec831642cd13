import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What two companies do together for long (S2.21). */
export const GOAL_KINDS = ['product_or_event', 'technology_or_audience', 'brand', 'new_market'] as const;
/** Money may exist and is not always the aim (S2.22). */
export const GAINS = ['influence', 'money', 'both'] as const;
export const GOAL_STATES = ['open', 'reached', 'dropped'] as const;

const line = z.string().trim().min(1).max(500);

export const goalSchema = z.object({
  id: idSchema('alliance_goal'),
  kind: z.enum(GOAL_KINDS),
  gain: z.enum(GAINS),
  aim: z.string(),
  /** How both will see that it is reached. */
  proof: z.string(),
  reviewOn: z.iso.date(),
  isOverdue: z.boolean(),
  state: z.enum(GOAL_STATES),
  outcome: z.string().nullable(),
  setAt: instantSchema,
  decidedAt: instantSchema.nullable(),
});
export type AllianceGoal = z.infer<typeof goalSchema>;

const tag = 'check';

export const setGoal = operation({
  id: 'setGoal',
  method: 'POST',
  path: '/partners/:partnerId/goals',
  summary: 'A common goal with a day on which both look at it again (S2.21)',
  tag,
  permission: 'check.write',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: z.strictObject({
    kind: z.enum(GOAL_KINDS),
    gain: z.enum(GAINS),
    aim: line,
    proof: line,
    reviewOn: z.iso.date(),
  }),
  answer: goalSchema,
  status: 201,
});

export const settleGoal = operation({
  id: 'settleGoal',
  method: 'POST',
  path: '/alliance-goals/:goalId/outcome',
  summary: 'A goal was reached, with what was seen; or dropped, and why',
  tag,
  permission: 'check.write',
  params: z.strictObject({ goalId: idSchema('alliance_goal') }),
  body: z.strictObject({
    state: z.enum(GOAL_STATES).exclude(['open']),
    outcome: line.max(1_000),
  }),
  answer: goalSchema,
});

export const listAlliances = operation({
  id: 'listAlliances',
  method: 'GET',
  path: '/alliances',
  summary:
    'Strategic partners: their goals, deals, and who is «logos only» (no deal and no goal in 180 days, S2.24)',
  tag,
  permission: 'check.read',
  answer: z.object({
    logosDays: z.int(),
    items: z.array(
      z.object({
        partner: z.object({ id: idSchema('partner'), name: z.string() }),
        since: instantSchema,
        open: z.int(),
        reached: z.int(),
        lastReachedAt: instantSchema.nullable(),
        lastDealAt: instantSchema.nullable(),
        nextReviewOn: z.iso.date().nullable(),
        logosOnly: z.boolean(),
        goals: z.array(goalSchema),
        /** Sold as an alliance since it began, without refunds: one line a currency, none where nothing. */
        sold: z.array(z.object({ currency: currencySchema, salesCount: z.int(), soldMinor: minorSchema })),
      }),
    ),
  }),
});
export type Alliance = z.infer<typeof listAlliances.answer>['items'][number];
