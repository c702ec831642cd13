import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** How a trait is met: wholly, half, not at all; unknown is worth nothing and is asked. */
export const ANSWERS = ['yes', 'partly', 'no', 'unknown'] as const;
export type CheckAnswer = (typeof ANSWERS)[number];

export const traitSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  /** In the company's own words; null: the words that the program ships for this code. */
  says: z.string().trim().min(1).max(300).nullable(),
  weight: z.int().min(1).max(10),
  /** Without it the rest does not count. */
  isMust: z.boolean(),
});
export type Trait = z.infer<typeof traitSchema>;

export const profileBody = z.strictObject({
  /** From how many points of a hundred a candidate meets the profile. */
  threshold: z.int().min(1).max(100),
  traits: z.array(traitSchema).min(1).max(20),
});
export type ProfileBody = z.infer<typeof profileBody>;

export const profileSchema = z.object({
  /** 0: as the program ships it. */
  version: z.int(),
  body: profileBody,
  publishedAt: instantSchema.nullable(),
  publishedBy: z.string().nullable(),
  reason: z.string().nullable(),
  versions: z.array(
    z.object({
      version: z.int(),
      reason: z.string(),
      publishedAt: instantSchema,
      publishedBy: z.string().nullable(),
    }),
  ),
  can: z.object({ publish: z.boolean() }),
});
export type PartnerProfile = z.infer<typeof profileSchema>;

/** Whether the partner is the person of the profile, with the arithmetic. */
export const profileScoreSchema = z.object({
  version: z.int(),
  /** 0…100; 0 while a must is not met. */
  score: z.int(),
  threshold: z.int(),
  isMet: z.boolean(),
  /** Half points: weight × 2 for yes, × 1 for partly. */
  earned: z.int(),
  possible: z.int(),
  lines: z.array(
    traitSchema.extend({
      answer: z.enum(ANSWERS),
      earned: z.int(),
      possible: z.int(),
      /** Asked for and not there: nothing else counts until it is. */
      stops: z.boolean(),
      note: z.string().nullable(),
      at: instantSchema.nullable(),
      by: z.string().nullable(),
    }),
  ),
});

const tag = 'check';

export const readProfile = operation({
  id: 'readProfile',
  method: 'GET',
  path: '/partner-profile',
  summary: 'The ideal partner profile in force, with its versions (S1.13)',
  tag,
  permission: 'check.read',
  answer: profileSchema,
});

export const publishProfile = operation({
  id: 'publishProfile',
  method: 'POST',
  path: '/partner-profile',
  summary: 'A new version of the ideal partner profile; candidates are scored by it from now on',
  tag,
  permission: 'profile.publish',
  body: z.strictObject({ body: profileBody, reason: z.string().trim().min(1).max(500) }),
  answer: profileSchema,
});

/** What the best partners have in common, with the numbers behind it; a person decides (S1.13). */
export const proposeProfile = operation({
  id: 'proposeProfile',
  method: 'GET',
  path: '/partner-profile/proposal',
  summary: 'Weights as the best partners of the last year would have them; publishes nothing',
  tag,
  permission: 'check.read',
  answer: z.object({
    /** Partners answered about: the best fifth by what clients paid through them, and the rest. */
    best: z.int(),
    others: z.int(),
    /** Fewer of the best were answered about than can be spoken of. */
    needs: z.int().nullable(),
    traits: z.array(
      z.object({
        code: z.string(),
        says: z.string().nullable(),
        bestYes: z.int(),
        bestKnown: z.int(),
        othersYes: z.int(),
        othersKnown: z.int(),
        weight: z.int(),
        proposed: z.int(),
      }),
    ),
  }),
});

export const answerProfile = operation({
  id: 'answerProfile',
  method: 'POST',
  path: '/partners/:partnerId/profile-answers',
  summary: 'How a partner meets the traits of the profile; earlier answers stay in the history',
  tag,
  permission: 'check.write',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: z.strictObject({
    answers: z
      .array(
        z.strictObject({
          code: traitSchema.shape.code,
          answer: z.enum(ANSWERS),
          note: z.string().trim().min(1).max(500).optional(),
        }),
      )
      .min(1)
      .max(20),
  }),
  answer: profileScoreSchema,
});
