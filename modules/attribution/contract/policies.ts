import * as z from 'zod';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { policySchema } from './policy.ts';

const tag = 'attribution';
const reason = z.string().trim().min(3).max(500);
const nameOf = z.string().nullable();

const versionSchema = z.object({
  /** 0: the rules the company began with. */
  number: z.int(),
  body: policySchema,
  reason: z.string().nullable(),
  author: nameOf,
  publishedBy: nameOf,
  publishedAt: instantSchema.nullable(),
  soleApprover: z.boolean(),
});
export type PolicyVersion = z.infer<typeof versionSchema>;

export const getPolicy = operation({
  id: 'getPolicy',
  method: 'GET',
  path: '/attribution/policy',
  summary: 'The rules of who brought: in force, the draft, every version',
  tag,
  permission: 'policy.read',
  answer: z.object({
    current: versionSchema,
    draft: z
      .object({
        body: policySchema,
        reason: z.string(),
        author: nameOf,
        draftedAt: instantSchema,
        own: z.boolean(),
      })
      .nullable(),
    /** Newest first; the shipped rules are the last. */
    versions: z.array(versionSchema),
  }),
});

export const draftPolicy = operation({
  id: 'draftPolicy',
  method: 'PUT',
  path: '/attribution/policy/draft',
  summary: 'Writes the next rules of who brought, or writes them anew',
  tag,
  permission: 'policy.draft',
  body: z.strictObject({ body: policySchema, reason }),
  answer: z.object({ ok: z.literal(true) }),
});

export const discardPolicyDraft = operation({
  id: 'discardPolicyDraft',
  method: 'DELETE',
  path: '/attribution/policy/draft',
  summary: 'Throws the draft of the rules away',
  tag,
  permission: 'policy.draft',
  answer: z.object({ ok: z.literal(true) }),
});

const shiftSchema = z.object({
  partnerId: z.string(),
  partnerName: nameOf,
  currency: z.string(),
  /** Sales that it would newly get, wholly or in part, and lose. */
  gains: z.int(),
  loses: z.int(),
  /** Amounts of those sales by its share of them; not its reward. */
  gainsMinor: z.int(),
  losesMinor: z.int(),
});

/** Served by incentives, who know what is paid. */
export const previewPolicy = operation({
  id: 'previewPolicy',
  method: 'POST',
  path: '/attribution/policy/preview',
  summary: 'What other rules would change: which open sales, whose, how much. Nothing is changed',
  tag,
  permission: 'policy.read',
  body: z.strictObject({ body: policySchema }),
  answer: z.object({
    /** Decisions that were made again by the other rules. */
    examined: z.int(),
    /** The oldest sale among them; null: none. */
    since: z.iso.date().nullable(),
    /** There are more, older ones: they were not looked at. */
    limited: z.boolean(),
    /** Open sales that would change: these would be settled again. */
    changes: z.int(),
    /** Would differ too, and stay: paid, or being paid. */
    closed: z.int(),
    shifts: z.array(shiftSchema),
    examples: z.array(
      z.object({
        saleId: z.string(),
        saleKey: z.string(),
        day: z.iso.date(),
        amountMinor: z.int(),
        currency: z.string(),
        from: z.array(nameOf),
        to: z.array(nameOf),
        fromRule: z.string().nullable(),
        toRule: z.string().nullable(),
      }),
    ),
  }),
});

export const publishPolicy = operation({
  id: 'publishPolicy',
  method: 'POST',
  path: '/attribution/policy/publication',
  summary:
    'Puts the draft in force; its author may not, while somebody else may. Open sales are settled again',
  tag,
  permission: 'policy.publish',
  answer: z.object({ number: z.int(), soleApprover: z.boolean() }),
});

export const MODELS = ['paid', 'first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley'] as const;
export type Model = (typeof MODELS)[number];

const creditSchema = z.object({
  paid: z.int(),
  first: z.int(),
  last: z.int(),
  linear: z.int(),
  position: z.int(),
  decay: z.int(),
  markov: z.int(),
  shapley: z.int(),
} satisfies Record<Model, z.ZodInt>);

export const getModels = operation({
  id: 'getAttributionModels',
  method: 'GET',
  path: '/attribution/models',
  summary: 'What other models would have said of the same journeys, beside the rule that pays',
  tag,
  permission: 'policy.read',
  query: z.strictObject({ days: z.coerce.number().int().min(7).max(730).default(180) }),
  answer: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    /** Journeys looked at, and of them those that ended in a sale. */
    journeys: z.int(),
    won: z.int(),
    touches: z.int(),
    /** Journeys without a sale are known for identified clients only. */
    partners: z.array(
      z.object({
        partnerId: z.string(),
        partnerName: nameOf,
        /** Sales credited, in thousandths of a sale. */
        credit: creditSchema,
        touches: z.int(),
        /** Of its sales by the last touch, those that another partner's touch began, in ppm. */
        intercepted: z.int(),
        /** Takes far more by the last touch than it begins or is missed by the others. */
        hijacks: z.boolean(),
      }),
    ),
  }),
});
