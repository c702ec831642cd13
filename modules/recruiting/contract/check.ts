import { classAnswersSchema, CLASSES } from '@mosty/agreements/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { pathSchema, stageSchema } from '@mosty/lifecycle/contract';
import * as z from 'zod';
import { goalSchema } from './alliance.ts';
import { ANSWERS, profileScoreSchema } from './profile.ts';

/** The four criteria of entry (S0.41–S0.44). */
export const CRITERIA = ['values', 'reputation', 'role', 'economics'] as const;
export type Criterion = (typeof CRITERIA)[number];
/** Three win or nobody begins (S0.45–S0.48). */
export const WINS = ['company_win', 'partner_win', 'client_win'] as const;
export type Win = (typeof WINS)[number];
export const SUBJECTS = [...CRITERIA, ...WINS] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Questions with a plain answer: audience, tone, the five of conscience (S0.38), and whether the reputation was checked. */
export const QUESTIONS_OF = {
  values: [
    'values.audience',
    'values.tone',
    'ethics.tells_it_is_paid',
    'ethics.promises_what_is',
    'ethics.writes_by_consent',
    'ethics.owns_mistakes',
    'ethics.pays_people',
  ],
  reputation: ['reputation.checked'],
} as const;
export const PLAIN_QUESTIONS = [...QUESTIONS_OF.values, ...QUESTIONS_OF.reputation] as const;
export type PlainQuestion = (typeof PLAIN_QUESTIONS)[number];

/** How a partner strengthens us (S0.43, S0.23). */
export const CONTRIBUTIONS = [
  'trust',
  'media',
  'expertise',
  'clients',
  'implementation',
  'technology',
  'new_market',
] as const;

export const EVIDENCE_KINDS = [
  'case',
  'reference',
  'public_trace',
  'talk',
  'calculation',
  'document',
  'screenshot',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const REPLIES = ['interested', 'later', 'refused'] as const;

const line = z.string().trim().min(1).max(500);
const day = z.iso.date();
const params = z.strictObject({ partnerId: idSchema('partner') });

export const economicsSchema = z.strictObject({
  /** Deals of the pilot. */
  volume: z.int().min(1).max(100_000),
  currency: currencySchema,
  revenueMinor: z.int().min(0).max(1_000_000_000_000_000),
  commissionMinor: z.int().min(0).max(1_000_000_000_000_000),
  /** What else this volume costs: discounts, people, tools. */
  costsMinor: z.int().min(0).max(1_000_000_000_000_000),
});

const said = z.object({ at: instantSchema, by: z.string().nullable() });

/** Answers are never rewritten: `history` holds every one, latest first. */
const questionSchema = z.object({
  question: z.string(),
  answer: z.enum(ANSWERS),
  history: z.array(said.extend({ answer: z.enum(ANSWERS) })),
});

export const checkEvidenceSchema = z.object({
  id: idSchema('check_evidence'),
  subject: z.enum(SUBJECTS),
  kind: z.enum(EVIDENCE_KINDS),
  says: z.string(),
  source: z.string(),
  seenOn: day,
  added: said,
  verdict: said.extend({ verdict: z.enum(['verified', 'refuted']), how: z.string() }).nullable(),
  /** A screenshot counts 0 until another person verified it, what was refuted never does (S0.28). */
  counts: z.boolean(),
  can: canSchema,
});

/** open: something is not answered or has no evidence · stopped: somebody said no (S0.48) · passed. */
export const SUBJECT_STATES = ['open', 'stopped', 'passed'] as const;
export type SubjectState = (typeof SUBJECT_STATES)[number];

const subjectSchema = z.object({
  state: z.enum(SUBJECT_STATES),
  /** Codes of what is not there yet; words under `lack.<code>`. */
  lacks: z.array(z.string()),
  /** After a «no»: the day since which only new evidence lets it be answered again. */
  stoppedAt: instantSchema.nullable(),
  questions: z.array(questionSchema),
  evidence: z.array(checkEvidenceSchema),
});

export const checkSchema = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  stage: stageSchema.nullable(),
  path: pathSchema.nullable(),
  profile: profileScoreSchema,
  approach: said.extend({ whyYou: z.string(), partnerValue: z.string() }).nullable(),
  approaches: z.int(),
  replies: z.array(said.extend({ said: z.enum(REPLIES), repliedOn: day, note: z.string().nullable() })),
  classDecision: said
    .extend({ answers: classAnswersSchema, outcome: z.enum([...CLASSES, 'contact']) })
    .nullable(),
  criteria: z.array(subjectSchema.extend({ criterion: z.enum(CRITERIA) })),
  role: said.extend({ contribution: z.enum(CONTRIBUTIONS), sentence: z.string() }).nullable(),
  economics: said.extend({ ...economicsSchema.shape, marginMinor: minorSchema }).nullable(),
  wins: z.array(
    subjectSchema.extend({
      win: z.enum(WINS),
      metric: z.string().nullable(),
      target: z.string().nullable(),
      how: z.string().nullable(),
    }),
  ),
  goals: z.array(goalSchema),
  /** Of four criteria and three wins. */
  passed: z.int(),
  stopped: z.int(),
  can: canSchema,
});
export type Check = z.infer<typeof checkSchema>;

const tag = 'check';

export const readCheck = operation({
  id: 'readCheck',
  method: 'GET',
  path: '/partners/:partnerId/check',
  summary: 'The check of a partner: profile, four criteria, three wins, what blocks (S0.41–S0.48)',
  tag,
  permission: 'check.read',
  params,
  answer: checkSchema,
});

export const writeApproach = operation({
  id: 'writeApproach',
  method: 'POST',
  path: '/partners/:partnerId/approach',
  summary: 'Why exactly them, and what is in it for them; no first letter without it (S0.20, S1.16)',
  tag,
  permission: 'check.write',
  params,
  body: z.strictObject({
    whyYou: z.string().trim().min(1).max(2_000),
    partnerValue: z.string().trim().min(1).max(2_000),
  }),
  answer: checkSchema,
});

export const recordReply = operation({
  id: 'recordReply',
  method: 'POST',
  path: '/partners/:partnerId/reply',
  summary: 'What the partner answered, and when',
  tag,
  permission: 'check.write',
  params,
  body: z.strictObject({ said: z.enum(REPLIES), repliedOn: day, note: line.max(1_000).optional() }),
  answer: checkSchema,
});

export const answerClass = operation({
  id: 'answerClass',
  method: 'POST',
  path: '/partners/:partnerId/class-answers',
  summary: 'The five answers about the class, kept with what followed from them (S2.40)',
  tag,
  permission: 'check.write',
  params,
  body: classAnswersSchema,
  answer: checkSchema,
});

export const answerCheck = operation({
  id: 'answerCheck',
  method: 'POST',
  path: '/partners/:partnerId/check/answers',
  summary:
    'Answer questions of values, conscience and reputation; a «no» is overcome by new evidence only (S0.48)',
  tag,
  permission: 'check.write',
  params,
  body: z.strictObject({
    answers: z
      .array(z.strictObject({ question: z.enum(PLAIN_QUESTIONS), answer: z.enum(['yes', 'no']) }))
      .min(1)
      .max(PLAIN_QUESTIONS.length),
  }),
  answer: checkSchema,
});

export const setContribution = operation({
  id: 'setContribution',
  method: 'PUT',
  path: '/partners/:partnerId/check/role',
  summary: 'Which role the partner takes and how it strengthens us, or that there is none (S0.43)',
  tag,
  permission: 'check.write',
  params,
  body: z.strictObject({
    answer: z.enum(['yes', 'no']).default('yes'),
    contribution: z.enum(CONTRIBUTIONS),
    sentence: line,
  }),
  answer: checkSchema,
});

export const setEconomics = operation({
  id: 'setEconomics',
  method: 'PUT',
  path: '/partners/:partnerId/check/economics',
  summary: 'Unit economics of the pilot at a small volume: the margin decides, not a person (S0.44)',
  tag,
  permission: 'check.write',
  params,
  body: economicsSchema,
  answer: checkSchema,
});

export const setWin = operation({
  id: 'setWin',
  method: 'PUT',
  path: '/partners/:partnerId/check/wins',
  summary:
    'What one of the three wins, by which metric and to which target, or that it does not (S0.45–S0.48)',
  tag,
  permission: 'check.write',
  params,
  body: z.strictObject({
    win: z.enum(WINS),
    answer: z.enum(['yes', 'no']),
    metric: line,
    target: line,
    /** How we will know; of the client's win: how we will ask the client (S0.47). */
    how: line.optional(),
  }),
  answer: checkSchema,
});

export const addEvidence = operation({
  id: 'addEvidence',
  method: 'POST',
  path: '/partners/:partnerId/check/evidence',
  summary: 'Something that can be looked at: dated, with its source',
  tag,
  permission: 'check.write',
  params,
  body: z.strictObject({
    subject: z.enum(SUBJECTS),
    kind: z.enum(EVIDENCE_KINDS),
    says: line.max(1_000),
    /** A link, a document, who said it. */
    source: line,
    seenOn: day,
  }),
  answer: checkSchema,
  status: 201,
});

export const verifyEvidence = operation({
  id: 'verifyEvidence',
  method: 'POST',
  path: '/check-evidence/:evidenceId/verdict',
  summary: 'Another person looked at the thing itself: it is so, or it is not (S0.28)',
  tag,
  permission: 'check.verify',
  params: z.strictObject({ evidenceId: idSchema('check_evidence') }),
  body: z.strictObject({ verdict: z.enum(['verified', 'refuted']), how: line }),
  answer: checkSchema,
});
