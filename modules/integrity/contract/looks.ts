import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { DETECTORS, QUESTION_CODES, type Question } from './signs.ts';

const tag = 'integrity';

const thresholds = z.record(z.string().regex(/^[a-z_]{2,40}$/), z.number().min(0).max(1_000_000_000));

/** ok · broken: the last look failed, and says how · off: switched off · never: not yet looked. */
export const DETECTOR_STATES = ['ok', 'broken', 'off', 'never'] as const;

export const detectorSchema = z.object({
  code: z.enum(DETECTORS),
  state: z.enum(DETECTOR_STATES),
  isOn: z.boolean(),
  error: z.string().nullable(),
  lastLookAt: instantSchema.nullable(),
  lastGoodAt: instantSchema.nullable(),
  rowsSeen: z.int().nullable(),
  standing: z.int(),
  raised: z.int(),
  falseAlarms: z.int(),
  thresholds,
  shipped: thresholds,
});
export type DetectorHealth = z.infer<typeof detectorSchema>;

export const lookSchema = z.object({
  id: idSchema('flag_round'),
  at: instantSchema,
  isNightly: z.boolean(),
  partners: z.int(),
  raised: z.int(),
  again: z.int(),
  broken: z.int(),
  tookMs: z.int(),
  by: z.string().nullable(),
});

export const listDetectors = operation({
  id: 'listDetectors',
  method: 'GET',
  path: '/detectors',
  summary: 'Every detector: whether it works, since when not, how often it was wrong, and its thresholds',
  tag,
  permission: 'flag.read',
  answer: z.object({ items: z.array(detectorSchema), looks: z.array(lookSchema), can: canSchema }),
});

export const lookNow = operation({
  id: 'lookForFlags',
  method: 'POST',
  path: '/flags/looks',
  summary: 'Look now instead of at six in the morning',
  tag,
  permission: 'flag.look',
  answer: lookSchema,
  status: 201,
});

export const setDetector = operation({
  id: 'setDetector',
  method: 'PUT',
  path: '/detectors/:detector',
  summary: 'Switch a detector on or off and set its thresholds; with nothing set it is as shipped',
  tag,
  permission: 'flag.settings',
  params: z.strictObject({ detector: z.enum(DETECTORS) }),
  body: z.strictObject({ isOn: z.boolean(), thresholds: thresholds.default({}) }),
  answer: z.object({ code: z.enum(DETECTORS), isOn: z.boolean(), thresholds }),
});

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const word = z.string().trim().min(2).max(60);

export const policySchema = z.strictObject({
  brandWords: z.array(word).max(50),
  ownDomains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[^\s/]{3,255}$/),
    )
    .max(50),
  checkoutEvents: z.array(word).max(20),
  seasons: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(100),
        from: monthDay,
        to: monthDay,
        floorPpm: z.int().min(0).max(1_000_000),
      }),
    )
    .max(20),
  /** From which severity on a working partner goes to review by itself. */
  reviewFrom: z.enum(['serious', 'critical', 'never']),
});
export type IntegrityPolicy = z.infer<typeof policySchema>;

export const readPolicy = operation({
  id: 'readIntegrityPolicy',
  method: 'GET',
  path: '/flags/policy',
  summary: 'What the company holds for its own name and seasons, and how strict it is',
  tag,
  permission: 'flag.read',
  answer: policySchema.extend({ isShipped: z.boolean(), can: canSchema }).strip(),
});

export const setPolicy = operation({
  id: 'setIntegrityPolicy',
  method: 'PUT',
  path: '/flags/policy',
  summary: 'Say what our name, our domains and our seasons are',
  tag,
  permission: 'flag.settings',
  body: policySchema,
  answer: policySchema,
});

const partnerParams = z.strictObject({ partnerId: idSchema('partner') });
const question = z.enum(QUESTION_CODES as unknown as [Question, ...Question[]]);

export const readAnswers = operation({
  id: 'readFlagAnswers',
  method: 'GET',
  path: '/partners/:partnerId/flag-answers',
  summary:
    'Questions nobody’s figures answer, and what was said of this partner; an answer holds half a year',
  tag,
  permission: 'flag.read',
  params: partnerParams,
  answer: z.object({
    items: z.array(
      z.object({
        question,
        answer: z.string().nullable(),
        note: z.string().nullable(),
        at: instantSchema.nullable(),
        by: z.string().nullable(),
        /** Never answered, or so long ago that it is asked anew. */
        isDue: z.boolean(),
      }),
    ),
    can: canSchema,
  }),
});

export const answerQuestion = operation({
  id: 'answerFlagQuestion',
  method: 'POST',
  path: '/partners/:partnerId/flag-answers',
  summary: 'Answer one of them',
  tag,
  permission: 'flag.raise',
  params: partnerParams,
  body: z.strictObject({
    question,
    answer: z.string().regex(/^[a-z_]{2,40}$/),
    note: z.string().trim().min(1).max(1_000).optional(),
  }),
  answer: z.object({ question, answer: z.string() }),
  status: 201,
});
