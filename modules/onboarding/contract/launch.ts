import { KINDS } from '@mosty/agreements/contract';
import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { STAGES } from '@mosty/lifecycle/contract';
import * as z from 'zod';
import { PARTS, STEP_SIDES } from './path.ts';

/** sale: a paid one · payout: money that came · thread: a live talk under what the partner made (S1.18). */
export const FIRST_RESULTS = ['sale', 'payout', 'thread'] as const;
export type FirstResult = (typeof FIRST_RESULTS)[number];

const day = z.iso.date();
const proof = z.string().trim().min(1).max(2_000);

const words = z.object({ title: z.string(), what: z.string() });
const asked = z.object({ ask: z.string(), options: z.array(z.string()) });

export const launchStepSchema = z.object({
  code: z.string(),
  part: z.enum(PARTS),
  side: z.enum(STEP_SIDES),
  ru: words,
  en: words,
  /** Without the right answers. */
  questions: z.array(z.object({ ru: asked, en: asked })),
  dueOn: z.string(),
  owner: z.object({ id: idSchema('face'), name: z.string() }).nullable(),
  openedAt: instantSchema.nullable(),
  doneAt: instantSchema.nullable(),
  proof: z.string().nullable(),
  isLate: z.boolean(),
  /** The last try of the test. */
  attempt: z.object({ rightCount: z.int(), askedCount: z.int() }).nullable(),
  can: z.object({ mark: z.boolean(), change: z.boolean() }),
});
export type LaunchStep = z.infer<typeof launchStepSchema>;

const sessionSchema = z.object({
  id: idSchema('live_session'),
  heldOn: z.string(),
  topic: z.string(),
  ledBy: z.string(),
  joined: z.string(),
  /** For the team only. */
  notes: z.string().nullable(),
});

const next = z.object({
  code: z.string(),
  ru: z.string(),
  en: z.string(),
  side: z.enum(STEP_SIDES),
  dueOn: z.string(),
});

export const launchRowSchema = z.object({
  id: idSchema('launch'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  kind: z.enum(KINDS),
  stage: z.enum(STAGES),
  beganOn: z.string().nullable(),
  /** Calendar days since the launch began; null while it is only planned. */
  days: z.int().nullable(),
  done: z.int(),
  steps: z.int(),
  next: next.nullable(),
  isLate: z.boolean(),
  touchedOn: z.string(),
  /** Working days without any touch (S1.17). */
  silentDays: z.int(),
  firstResult: z.object({ kind: z.enum(FIRST_RESULTS), on: z.string() }).nullable(),
  /** Median of calendar days to the first result of partners of the kind; null: too few of them. */
  medianDays: z.int().nullable(),
});
export type LaunchRow = z.infer<typeof launchRowSchema>;

export const launchSchema = launchRowSchema.extend({
  plan: z.array(launchStepSchema),
  sessions: z.array(sessionSchema),
  scenario: z
    .object({
      id: idSchema('scenario'),
      title: z.string(),
      audience: z.string(),
      moment: z.string(),
      words: z.string(),
    })
    .nullable(),
});
export type Launch = z.infer<typeof launchSchema>;

export const partnerLaunchSchema = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  stage: z.enum(STAGES).nullable(),
  /** null: nobody planned it yet. */
  launch: launchSchema.nullable(),
  /** Kinds of agreements this partner has: what to plan by. */
  kinds: z.array(z.enum(KINDS)),
  faces: z.array(z.object({ id: idSchema('face'), name: z.string(), side: z.enum(STEP_SIDES) })),
  can: canSchema,
});
export type PartnerLaunch = z.infer<typeof partnerLaunchSchema>;

const tag = 'onboarding';
const ofPartner = z.strictObject({ partnerId: idSchema('partner') });
const ofStep = z.strictObject({
  partnerId: idSchema('partner'),
  code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
});

export const listLaunches = operation({
  id: 'listLaunches',
  method: 'GET',
  path: '/launches',
  summary: 'Partners on their way to the first result: those not touched longest first',
  tag,
  permission: 'launch.read_all',
  query: z.strictObject({
    ...pageQuery,
    /** silent: no touch for five working days (S1.17). */
    show: z.enum(['all', 'silent']).default('all'),
    kind: z.enum(KINDS).optional(),
  }),
  answer: pageOf(launchRowSchema),
});

export const readDropOff = operation({
  id: 'readDropOff',
  method: 'GET',
  path: '/launches/drop-off',
  summary:
    'Where partners stop: of launches of a year, how many reached each step and how many wait at it now',
  tag,
  permission: 'launch.read_all',
  answer: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        part: z.enum(PARTS),
        ru: z.string(),
        en: z.string(),
        launches: z.int(),
        done: z.int(),
        waiting: z.int(),
        left: z.int(),
      }),
    ),
  }),
});

export const readLaunch = operation({
  id: 'readLaunch',
  method: 'GET',
  path: '/partners/:partnerId/launch',
  summary: 'One partner’s way to the first result; people of a partner read their own',
  tag,
  permission: 'launch.read',
  params: ofPartner,
  answer: partnerLaunchSchema,
});

export const planLaunch = operation({
  id: 'planLaunch',
  method: 'POST',
  path: '/partners/:partnerId/launch',
  summary:
    'Dates the first step and lays out the rest by the path of the kind; the partner then enters the launch',
  tag,
  permission: 'launch.lead',
  params: ofPartner,
  body: z.strictObject({ kind: z.enum(KINDS), firstStepOn: day }),
  answer: partnerLaunchSchema,
  status: 201,
});

export const changeStep = operation({
  id: 'changeStep',
  method: 'PATCH',
  path: '/partners/:partnerId/launch/steps/:code',
  summary: 'Another day or another person of a step',
  tag,
  permission: 'launch.lead',
  params: ofStep,
  body: z.strictObject({ dueOn: day.optional(), ownerFaceId: idSchema('face').nullish() }),
  answer: partnerLaunchSchema,
});

export const markStep = operation({
  id: 'markStep',
  method: 'POST',
  path: '/partners/:partnerId/launch/steps/:code/mark',
  summary:
    'opened: somebody looked at it, which is not to have done it (S3.39) · done with its proof · undone',
  tag,
  permission: 'launch.walk',
  params: ofStep,
  body: z.discriminatedUnion('mark', [
    z.strictObject({ mark: z.literal('opened') }),
    z.strictObject({ mark: z.literal('done'), proof }),
    z.strictObject({ mark: z.literal('undone'), reason: z.string().trim().min(1).max(500) }),
  ]),
  answer: partnerLaunchSchema,
});

export const answerTest = operation({
  id: 'answerTest',
  method: 'POST',
  path: '/partners/:partnerId/launch/steps/:code/answers',
  summary: 'Answers of a short test: every one right, and the step is done (S3.6)',
  tag,
  permission: 'launch.walk',
  params: ofStep,
  body: z.strictObject({ answers: z.array(z.int().min(0).max(4)).min(1).max(5) }),
  answer: partnerLaunchSchema,
  status: 201,
});

export const chooseScenario = operation({
  id: 'chooseScenario',
  method: 'PUT',
  path: '/partners/:partnerId/launch/scenario',
  summary: 'What the two sides offer together: to whom, when and in what words (S3.5)',
  tag,
  permission: 'launch.lead',
  params: ofPartner,
  body: z.strictObject({ scenarioId: idSchema('scenario') }),
  answer: partnerLaunchSchema,
});

export const recordLiveSession = operation({
  id: 'recordLiveSession',
  method: 'POST',
  path: '/partners/:partnerId/launch/sessions',
  summary: 'A talk in person: when, about what, who led it and who joined',
  tag,
  permission: 'launch.lead',
  params: ofPartner,
  body: z.strictObject({
    heldOn: day,
    topic: z.string().trim().min(1).max(300),
    ledBy: z.string().trim().min(1).max(300),
    joined: z.string().trim().min(1).max(500),
    notes: z.string().trim().min(1).max(4_000).nullish(),
  }),
  answer: partnerLaunchSchema,
  status: 201,
});
