import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { BY_HAND, FLAG_STATES, SEVERITIES, SIGNS } from './signs.ts';

const tag = 'integrity';
const day = z.iso.date();
export const words = z.string().trim().min(3).max(1_000);
const params = z.strictObject({ flagId: idSchema('flag') });
const says = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

export const flagRowSchema = z.object({
  id: idSchema('flag'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  sign: z.enum(SIGNS),
  byHand: z.boolean(),
  severity: z.enum(SEVERITIES),
  state: z.enum(FLAG_STATES),
  measure: says,
  /** Of a flag by hand: why. */
  reason: z.string().nullable(),
  openedAt: instantSchema,
  lastSeenAt: instantSchema,
  answerDueOn: day.nullable(),
  isLate: z.boolean(),
  heldMinor: minorSchema,
  atStakeMinor: minorSchema,
  currency: currencySchema,
  heldUntil: day.nullable(),
  /** The fix of the same sign did not hold. */
  repeats: z.boolean(),
});
export type FlagRow = z.infer<typeof flagRowSchema>;

export const evidenceRowSchema = z.object({
  kind: z.string(),
  subject: z.string(),
  /** The name of what the row is about, as the rest of the product calls it. */
  name: z.string().nullable(),
  says,
  at: instantSchema.nullable(),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

export const questionSchema = z.object({
  id: idSchema('flag_question'),
  question: z.string(),
  dueOn: day,
  askedAt: instantSchema,
  answer: z.string().nullable(),
  answeredAt: instantSchema.nullable(),
  answeredName: z.string().nullable(),
  isLate: z.boolean(),
});

export const incidentSchema = z.object({
  id: idSchema('incident'),
  at: instantSchema,
  severity: z.enum(SEVERITIES),
  whatBroke: z.string().nullable(),
  howFixed: z.string().nullable(),
  whoAnswers: z.string().nullable(),
  dueOn: day.nullable(),
  fixedOn: day.nullable(),
  verifiedHow: z.string().nullable(),
  closedAt: instantSchema.nullable(),
  isLate: z.boolean(),
});
export type Incident = z.infer<typeof incidentSchema>;

export const flagStepSchema = z.object({
  what: z.string(),
  at: instantSchema,
  by: z.string().nullable(),
  says: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});

export const flagSchema = flagRowSchema.extend({
  openedBy: z.string().nullable(),
  seenCount: z.int(),
  holdReason: z.string().nullable(),
  explanation: z.string().nullable(),
  falseAlarm: z.boolean(),
  repeatsId: idSchema('flag').nullable(),
  rows: z.array(evidenceRowSchema),
  questions: z.array(questionSchema),
  incident: incidentSchema.nullable(),
  steps: z.array(flagStepSchema),
  /** Broken rules of the code of honour that were written down because of it. */
  breaches: z.array(z.int()),
  can: canSchema,
});
export type Flag = z.infer<typeof flagSchema>;

export const listFlags = operation({
  id: 'listFlags',
  method: 'GET',
  path: '/flags',
  summary: 'Red flags: the most severe first, with the money that waits because of each',
  tag,
  permission: 'flag.read',
  query: z.strictObject({
    ...pageQuery,
    partnerId: idSchema('partner').optional(),
    severity: z.enum(SEVERITIES).optional(),
    sign: z.enum(SIGNS).optional(),
    show: z.enum(['standing', 'late', 'ended', 'all']).default('standing'),
  }),
  answer: pageOf(flagRowSchema),
});

export const exportFlags = exportOf(listFlags, { id: 'exportFlags', permission: 'flag.export' });

export const countFlags = operation({
  id: 'countFlags',
  method: 'GET',
  path: '/flags/counts',
  summary:
    'How many flags stand by severity, what waits for an answer, what is held, and when was the last look',
  tag,
  permission: 'flag.read',
  answer: z.object({
    watch: z.int(),
    serious: z.int(),
    critical: z.int(),
    late: z.int(),
    held: z.array(z.object({ currency: currencySchema, amountMinor: minorSchema })),
    lastLook: z
      .object({ at: instantSchema, partners: z.int(), raised: z.int(), tookMs: z.int(), broken: z.int() })
      .nullable(),
    can: canSchema,
  }),
});

export const readFlag = operation({
  id: 'readFlag',
  method: 'GET',
  path: '/flags/:flagId',
  summary: 'One flag: what was seen, against what, the rows, and what became of it',
  tag,
  permission: 'flag.read',
  params,
  answer: flagSchema,
});

export const raiseFlag = operation({
  id: 'raiseFlag',
  method: 'POST',
  path: '/flags',
  summary: 'A sign that a person saw and figures do not, with the reason',
  tag,
  permission: 'flag.raise',
  body: z.strictObject({
    partnerId: idSchema('partner'),
    sign: z.enum(BY_HAND),
    severity: z.enum(SEVERITIES),
    reason: words,
    /** Where it was seen. */
    evidence: z
      .array(z.strictObject({ text: z.string().trim().min(1).max(300), url: z.url().max(1_000).optional() }))
      .max(10)
      .default([]),
  }),
  answer: flagSchema,
  status: 201,
});

export const askPartner = operation({
  id: 'askPartnerAboutFlag',
  method: 'POST',
  path: '/flags/:flagId/questions',
  summary: 'Ask the partner in its own words, with a day by which it answers; it is asked in its portal',
  tag,
  permission: 'flag.ask',
  params,
  body: z.strictObject({ question: z.string().trim().min(3).max(2_000), dueOn: day }),
  answer: flagSchema,
  status: 201,
});

export const holdForFlag = operation({
  id: 'holdForFlag',
  method: 'POST',
  path: '/flags/:flagId/hold',
  summary:
    'Stop what the partner has earned and is not paid, and what it earns while the flag stands (S0.26)',
  tag,
  permission: 'flag.hold',
  params,
  body: z.strictObject({
    reason: z.string().trim().min(3).max(500),
    until: day,
    /** suspicious: only rows the flag stands on · everything: all that is not paid. */
    what: z.enum(['suspicious', 'everything']).default('everything'),
  }),
  answer: flagSchema,
  status: 201,
});

export const liftFlag = operation({
  id: 'liftFlag',
  method: 'POST',
  path: '/flags/:flagId/lifting',
  summary: 'Take the flag away with an explanation; what was held because of it is released',
  tag,
  permission: 'flag.decide',
  params,
  body: z.strictObject({ explanation: words, falseAlarm: z.boolean().default(false) }),
  answer: flagSchema,
});

export const makeIncident = operation({
  id: 'makeIncident',
  method: 'POST',
  path: '/flags/:flagId/incident',
  summary: 'It was so: the flag becomes an incident, which ends with four answers and a verified fix (S0.65)',
  tag,
  permission: 'flag.decide',
  params,
  answer: flagSchema,
  status: 201,
});

const incidentParams = z.strictObject({ incidentId: idSchema('incident') });

export const answerIncident = operation({
  id: 'answerIncident',
  method: 'PUT',
  path: '/incidents/:incidentId/answers',
  summary: 'What broke, how it is fixed, who answers, by when (S0.65)',
  tag,
  permission: 'flag.ask',
  params: incidentParams,
  body: z.strictObject({
    whatBroke: z.string().trim().min(1).max(2_000),
    howFixed: z.string().trim().min(1).max(2_000),
    whoAnswers: z.string().trim().min(1).max(300),
    dueOn: day,
  }),
  answer: flagSchema,
});

export const closeIncident = operation({
  id: 'closeIncident',
  method: 'POST',
  path: '/incidents/:incidentId/closing',
  summary: 'The fix was verified; refused without the four answers. The money of the flag is released',
  tag,
  permission: 'flag.decide',
  params: incidentParams,
  body: z.strictObject({ fixedOn: day, verifiedHow: words }),
  answer: flagSchema,
});
