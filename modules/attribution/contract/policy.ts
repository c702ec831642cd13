import * as z from 'zod';

/** What may name the one who brought a sale. A policy puts some of them in an order. */
export const RULES = ['explicit_partner', 'deal', 'code', 'touches', 'keeper'] as const;
export type Rule = (typeof RULES)[number];
/** What may have decided: a rule of the policy, or people. */
export type DecidingRule = Rule | 'ruling';

const ppm = z.int().min(0).max(1_000_000);

/**
 * How touches share one sale. position: the ends take `firstPpm` and `lastPpm`, the middle shares the rest evenly; of
 * two touches each takes half. time_decay: a touch weighs half of the one made `halfLifeDays` later.
 */
export const sharingSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('first') }),
  z.strictObject({ model: z.literal('last') }),
  z.strictObject({ model: z.literal('linear') }),
  z
    .strictObject({ model: z.literal('position'), firstPpm: ppm, lastPpm: ppm })
    .refine(({ firstPpm, lastPpm }) => firstPpm + lastPpm <= 1_000_000, {
      message: 'first and last together are at most the whole',
      path: ['lastPpm'],
    }),
  z.strictObject({ model: z.literal('time_decay'), halfLifeDays: z.int().min(1).max(365) }),
]);
export type Sharing = z.infer<typeof sharingSchema>;

export const ruleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('explicit_partner') }),
  z.strictObject({
    rule: z.literal('deal'),
    /** Who gets a sale that our own people closed past a protected registration: its partner, or nobody. */
    bypass: z.enum(['credits_registered', 'counts_as_direct']),
  }),
  z.strictObject({
    rule: z.literal('code'),
    /** A code said at the checkout gives way to another partner whose touch led the client there (S0.33). */
    yieldsToTouches: z.boolean(),
  }),
  z.strictObject({
    rule: z.literal('touches'),
    windowDays: z.int().min(1).max(730),
    sharing: sharingSchema,
  }),
  z.strictObject({
    rule: z.literal('keeper'),
    /** How long a client stays its keeper's after being given to it; null: for good. */
    forDays: z.int().min(1).max(3_650).nullable(),
  }),
]);
export type RuleOf<R extends Rule> = Extract<z.infer<typeof ruleSchema>, { rule: R }>;

/** Within how many days a decision may be contested, and in how many the claim is answered. */
const claimsSchema = z.strictObject({
  windowDays: z.int().min(1).max(365),
  answerDays: z.int().min(1).max(60),
});
const CLAIMS = { windowDays: 30, answerDays: 7 };

/** Rules are tried in order and the first that names somebody decides. */
export const policySchema = z.strictObject({
  rules: z
    .array(ruleSchema)
    .min(1)
    .refine((rules) => new Set(rules.map(({ rule }) => rule)).size === rules.length, {
      message: 'each rule stands once',
    }),
  claims: claimsSchema.default(CLAIMS),
});
export type Policy = z.infer<typeof policySchema>;

/** What a company begins with: what was said aloud, what was registered, what was clicked, whose client it is. */
export const SHIPPED_POLICY: Policy = {
  rules: [
    { rule: 'explicit_partner' },
    { rule: 'deal', bypass: 'credits_registered' },
    { rule: 'code', yieldsToTouches: false },
    { rule: 'touches', windowDays: 90, sharing: { model: 'last' } },
    { rule: 'keeper', forDays: null },
  ],
  claims: CLAIMS,
};
