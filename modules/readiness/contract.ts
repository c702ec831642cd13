import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** The four pillars of a programme (S0.10): without them it is noise. */
export const PILLARS = ['selection', 'onboarding', 'metrics', 'review'] as const;
export type Pillar = (typeof PILLARS)[number];

/** What the program sees by itself: each is a fact with a page of its own. */
export const FACTS = {
  selection: ['names_heard', 'gates_used', 'portrait_used'],
  onboarding: ['launches_go', 'materials_fresh', 'scenarios_whole'],
  metrics: ['sales_told', 'plan_set', 'goods_known'],
  review: ['steps_written', 'promises_kept', 'partners_answered', 'partners_asked', 'flags_answered'],
} as const satisfies Record<Pillar, readonly string[]>;
export type Fact = (typeof FACTS)[Pillar][number];

/** Work that must be somebody's (S3.35, S0.6). */
export const PROCESSES = ['search', 'check', 'launch', 'support', 'money', 'exit'] as const;

export const DEPARTMENTS = ['sales', 'partners', 'marketing', 'other'] as const;

/** What only people can say. Of a person, a department, a whole number, or a share in parts of a hundred. */
export const QUESTIONS = [
  'profit_owner',
  'department',
  ...PROCESSES.map((process) => `owner_${process}` as const),
  'own_nps',
  'own_answer_hours',
  'own_solved_percent',
  'capacity_high_touch',
  'capacity_scaled',
] as const;
export type Question = (typeof QUESTIONS)[number];

export const answerSchema = z.object({
  question: z.enum(QUESTIONS),
  /** null: nobody has said. */
  value: z.string().nullable(),
  /** Of the colleague, where the answer is one. */
  name: z.string().nullable(),
  source: z.string().nullable(),
  saidAt: instantSchema.nullable(),
});

const item = z.object({
  code: z.string(),
  met: z.boolean(),
  /** What was counted, for the words `fact.<code>`. */
  count: z.int(),
  of: z.int().nullable(),
});

export const readinessSchema = z.object({
  met: z.int(),
  of: z.int(),
  pillars: z
    .array(z.object({ pillar: z.enum(PILLARS), met: z.int(), items: z.array(item).readonly() }))
    .readonly(),
  answers: z.array(answerSchema).readonly(),
  /** What is said aloud before anybody is recruited: words under `warning.<code>`. */
  warnings: z.array(z.object({ code: z.string(), count: z.int() })).readonly(),
  /** How many partners each keeper leads, by track, against how many one can lead. */
  capacity: z
    .array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        highTouch: z.int(),
        scaled: z.int(),
        isOver: z.boolean(),
      }),
    )
    .readonly(),
  capacityOf: z.object({ highTouch: z.int(), scaled: z.int() }),
  /** What must stand before a network of so many: codes of facts and questions. */
  scale: z
    .array(z.object({ partners: z.int(), missing: z.array(z.string()).readonly(), isHere: z.boolean() }))
    .readonly(),
  can: z.object({ answer: z.boolean() }),
});
export type Readiness = z.output<typeof readinessSchema>;

const tag = 'readiness';

export const readReadiness = operation({
  id: 'readReadiness',
  method: 'GET',
  path: '/readiness',
  summary: 'How ready the company itself is: four pillars by facts, owners of processes, capacity, warnings',
  tag,
  permission: 'readiness.read',
  answer: readinessSchema,
});

export const answerQuestion = operation({
  id: 'answerReadiness',
  method: 'PUT',
  path: '/readiness/answers/:question',
  summary: 'Says what the program cannot know; what was said before stays',
  tag,
  permission: 'readiness.answer',
  params: z.strictObject({ question: z.enum(QUESTIONS) }),
  body: z.strictObject({
    value: z.string().trim().min(1).max(60),
    source: z.string().trim().min(1).max(300).optional(),
  }),
  answer: readinessSchema,
});
