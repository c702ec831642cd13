import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** What is done together. */
export const PLAN_KINDS = [
  'webinar',
  'content',
  'mailing',
  'campaign',
  'training',
  'event',
  'other',
] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];
/** Whose turn it is to do it. */
export const SIDES = ['ours', 'theirs', 'both'] as const;
export type Side = (typeof SIDES)[number];
/** draft: lacks a day, a benefit, a message or care afterwards · missed: its day passed and nobody did it. */
export const PLAN_STATUSES = ['draft', 'planned', 'done', 'missed', 'dropped'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];
/** What a draft still lacks (S0.52, S0.55). */
export const LACKS = ['due_on', 'benefit', 'message', 'support'] as const;
export type Lack = (typeof LACKS)[number];

const day = z.iso.date();
const line = z.string().trim().min(1).max(1_000);

export const planItemSchema = z.object({
  id: idSchema('plan'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  kind: z.enum(PLAN_KINDS),
  title: z.string(),
  side: z.enum(SIDES),
  dueOn: z.string().nullable(),
  /** What people get of it. */
  benefit: z.string().nullable(),
  /** What is said to them, and why. */
  message: z.string().nullable(),
  /** How they are supported after the first post (S0.55). */
  support: z.string().nullable(),
  status: z.enum(PLAN_STATUSES),
  lacks: z.array(z.enum(LACKS)),
  outcome: z.string().nullable(),
  settledOn: z.string().nullable(),
  isOurs: z.boolean(),
});
export type PlanItem = z.infer<typeof planItemSchema>;

const fields = {
  kind: z.enum(PLAN_KINDS),
  title: z.string().trim().min(1).max(200),
  side: z.enum(SIDES),
  dueOn: day.nullish(),
  benefit: line.nullish(),
  message: line.nullish(),
  support: line.nullish(),
};

const tag = 'rhythm';
const params = z.strictObject({ planItemId: idSchema('plan') });

export const listPlanItems = operation({
  id: 'listPlanItems',
  method: 'GET',
  path: '/plan-items',
  summary: 'The joint plan: by day, what has no day yet comes last; people of a partner see their own',
  tag,
  permission: 'plan.read',
  query: z.strictObject({
    partnerId: idSchema('partner').optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  answer: z.object({ items: z.array(planItemSchema), isWhole: z.boolean() }),
});

export const addPlanItem = operation({
  id: 'addPlanItem',
  method: 'POST',
  path: '/plan-items',
  summary: 'Put something into the joint plan; what lacks a day, a benefit, a message or support is a draft',
  tag,
  permission: 'plan.write',
  body: z.strictObject({ partnerId: idSchema('partner'), ...fields }),
  answer: planItemSchema,
  status: 201,
});

export const changePlanItem = operation({
  id: 'changePlanItem',
  method: 'PUT',
  path: '/plan-items/:planItemId',
  summary: 'Change what is not done yet',
  tag,
  permission: 'plan.write',
  params,
  body: z.strictObject(fields),
  answer: planItemSchema,
});

export const settlePlanItem = operation({
  id: 'settlePlanItem',
  method: 'POST',
  path: '/plan-items/:planItemId/outcome',
  summary: 'It is done, and what came of it; or it is dropped, and why',
  tag,
  permission: 'plan.write',
  params,
  body: z.strictObject({ state: z.enum(['done', 'dropped']), outcome: line }),
  answer: planItemSchema,
});
