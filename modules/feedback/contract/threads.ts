import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What a partner comes with: a question, something in the way of work, an idea (S1.44, S1.45). */
export const THREAD_KINDS = ['question', 'obstacle', 'idea'] as const;
/** waiting: for our answer · answered: their turn, or nothing more · closed. */
export const THREAD_STATES = ['waiting', 'answered', 'closed'] as const;
/** What became of an idea or of something in the way. */
export const VERDICTS = ['planned', 'done', 'declined'] as const;
export const THREAD_SIDES = ['ours', 'theirs'] as const;

export type ThreadKind = (typeof THREAD_KINDS)[number];
export type ThreadState = (typeof THREAD_STATES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type ThreadSide = (typeof THREAD_SIDES)[number];

const text = z.string().trim().min(1).max(4_000);

const faceSchema = z.object({ id: idSchema('face'), name: z.string() });

export const threadRowSchema = z.object({
  id: idSchema('thread'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  kind: z.enum(THREAD_KINDS),
  title: z.string(),
  state: z.enum(THREAD_STATES),
  verdict: z.enum(VERDICTS).nullable(),
  /** Our person of this partner, who answers; null: nobody of us is named with them (S0.62). */
  answerer: faceSchema.nullable(),
  openedAt: instantSchema,
  movedAt: instantSchema,
  /** The day by which we promised to answer; null when nothing waits for us. */
  answerBy: z.string().nullable(),
  isLate: z.boolean(),
});
export type ThreadRow = z.infer<typeof threadRowSchema>;

export const threadMessageSchema = z.object({
  id: idSchema('thread_message'),
  side: z.enum(THREAD_SIDES),
  author: z.string(),
  text: z.string(),
  at: instantSchema,
  /** What was decided with this message. */
  verdict: z.enum(VERDICTS).nullable(),
});

export const threadSchema = threadRowSchema.extend({
  messages: z.array(threadMessageSchema),
  can: z.object({ write: z.boolean(), decide: z.boolean(), close: z.boolean() }),
});
export type Thread = z.infer<typeof threadSchema>;

const tag = 'feedback';
const params = z.strictObject({ threadId: idSchema('thread') });

export const listThreads = operation({
  id: 'listThreads',
  method: 'GET',
  path: '/threads',
  summary: 'Questions, obstacles and ideas of partners: those who wait longest for us first',
  tag,
  permission: 'thread.read',
  query: z.strictObject({
    ...pageQuery,
    partnerId: idSchema('partner').optional(),
    kind: z.enum(THREAD_KINDS).optional(),
    show: z.enum(['waiting', 'late', 'answered', 'closed', 'all']).default('waiting'),
  }),
  answer: pageOf(threadRowSchema),
});

export const countThreads = operation({
  id: 'countThreads',
  method: 'GET',
  path: '/threads/counts',
  summary: 'How many wait for our answer, and how many of them longer than was promised',
  tag,
  permission: 'thread.read',
  answer: z.object({ waiting: z.int(), late: z.int() }),
});

export const readThread = operation({
  id: 'readThread',
  method: 'GET',
  path: '/threads/:threadId',
  summary: 'One conversation from its first word',
  tag,
  permission: 'thread.read',
  params,
  answer: threadSchema,
});

export const openThread = operation({
  id: 'openThread',
  method: 'POST',
  path: '/threads',
  summary: 'Ask, tell what is in the way, or bring an idea; the answer says who answers and by what day',
  tag,
  permission: 'thread.write',
  body: z.strictObject({
    /** Ours may write down what a partner said by phone; people of a partner speak of their own. */
    partnerId: idSchema('partner').optional(),
    kind: z.enum(THREAD_KINDS),
    title: z.string().trim().min(1).max(200),
    text,
  }),
  answer: threadSchema,
  status: 201,
});

export const addMessage = operation({
  id: 'addMessage',
  method: 'POST',
  path: '/threads/:threadId/messages',
  summary: 'Answer; with a verdict, an idea or an obstacle is decided and the partner is told why',
  tag,
  permission: 'thread.write',
  params,
  body: z.strictObject({ text, verdict: z.enum(VERDICTS).nullish() }),
  answer: threadSchema,
  status: 201,
});

export const closeThread = operation({
  id: 'closeThread',
  method: 'POST',
  path: '/threads/:threadId/closing',
  summary: 'Nothing more to say; a new message opens it again',
  tag,
  permission: 'thread.write',
  params,
  answer: threadSchema,
});
