import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** Three books that are never summed (S2.3). */
export const CLASSES = ['referral', 'partner_sales', 'alliance'] as const;
export type ReportingClass = (typeof CLASSES)[number];

const OUTSIDE = [
  'affiliate',
  'creator',
  'ambassador',
  'agent',
  'integrator',
  'consultant',
  'community',
  'reseller',
] as const;

export const KINDS = [...OUTSIDE, 'client', 'ally'] as const;
export type Kind = (typeof KINDS)[number];

/** Which kinds each class may have: a client is referral and nothing else (S2.6). */
export const KINDS_OF: Readonly<Record<ReportingClass, readonly Kind[]>> = {
  referral: ['client'],
  partner_sales: OUTSIDE,
  alliance: ['ally', ...OUTSIDE],
};

/** The five questions of S2.40: «клиент = партнёр, блогер = партнёр, кофе = стратегический» are wrong equalities. */
export const classAnswersSchema = z.strictObject({
  /** 1. Have they been our client? Free access and «heard of you» are no experience (S2.9, S2.10, S2.16). */
  experience: z.enum(['none', 'access_only', 'paid', 'paid_with_result']),
  /** 2. Satisfied, and ready to tell others of us (S2.7). */
  readyToTell: z.boolean(),
  /** 3. Will they bring us clients from outside, again and again, and not once by chance (S2.2, S2.14). */
  bringsClients: z.boolean(),
  /** 4. What do two companies do together for long (S2.21). */
  jointGoals: z.array(z.enum(['product_or_event', 'technology_or_audience', 'brand', 'new_market'])).max(4),
  /** 5. Who answers on both sides, and is there a written agreement with a day of launch (S2.19). */
  answerable: z.enum(['nobody', 'people_named', 'people_and_terms']),
});
export type ClassAnswers = z.output<typeof classAnswersSchema>;

/** Words of a reason live in `ui/words.ts` under `reason.<code>`; `requirement` names the rule of the sources. */
const reasonSchema = z.object({ code: z.string(), requirement: z.string() });
export type ClassReason = z.infer<typeof reasonSchema>;

export const classDecisionSchema = z.object({
  outcome: z.enum([...CLASSES, 'contact']),
  /** Other agreements the answers speak of; each is counted apart (S1.34). */
  also: z.array(z.enum(CLASSES)),
  /** The head has to confirm, with a reason (S2.14). */
  needsHead: z.boolean(),
  reasons: z.array(reasonSchema),
  /** What would change the outcome. */
  missing: z.array(reasonSchema),
});
export type ClassDecision = z.infer<typeof classDecisionSchema>;

export const decideClass = operation({
  id: 'decideClass',
  method: 'POST',
  path: '/class-decisions',
  summary: 'Five answers → the reporting class, or «this is a contact», with reasons. Writes nothing',
  tag: 'agreements',
  permission: 'agreement.read',
  body: classAnswersSchema,
  answer: classDecisionSchema,
  idempotent: false,
});

export const getReferralCapacity = operation({
  id: 'getReferralCapacity',
  method: 'GET',
  path: '/referral-capacity',
  summary: 'How many referral partners there may be (clients who paid) and how many there are (S2.11)',
  tag: 'agreements',
  permission: 'agreement.read',
  answer: z.object({
    /** Clients who paid: no more referral partners than these. */
    allowed: z.int(),
    /** Of them, clients with all four proofs: who could refer today. */
    proven: z.int(),
    used: z.int(),
  }),
});
