import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** survey: a customer wrote it · support, sales: heard in a talk · public: seen in the open (S1.9) · intro: somebody introduced them. */
export const MENTION_SOURCES = ['survey', 'support', 'sales', 'public', 'intro', 'other'] as const;
export type MentionSource = (typeof MENTION_SOURCES)[number];
/** Whom people listen to, or what they use beside us. */
export const QUESTIONS = ['whom', 'tools'] as const;
export type Question = (typeof QUESTIONS)[number];

export const mentionSchema = z.object({
  id: idSchema('mention'),
  nameId: idSchema('heard_name'),
  /** As it was said. */
  said: z.string(),
  source: z.enum(MENTION_SOURCES),
  question: z.enum(QUESTIONS).nullable(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  client: z.object({ id: idSchema('client'), name: z.string() }).nullable(),
  surveyId: idSchema('survey').nullable(),
  saidAt: instantSchema,
  /** Null: a survey or a program wrote it. */
  writtenBy: z.string().nullable(),
  takenBack: z.object({ reason: z.string(), at: instantSchema }).nullable(),
});
export type Mention = z.infer<typeof mentionSchema>;

const tag = 'mentions';

export const logMention = operation({
  id: 'logMention',
  method: 'POST',
  path: '/mentions',
  summary: 'A name was heard: who was named, where, by whom',
  tag,
  permission: 'mention.log',
  body: z.strictObject({
    name: z.string().trim().min(1).max(300),
    source: z.enum(MENTION_SOURCES).exclude(['survey']).default('support'),
    question: z.enum(QUESTIONS).optional(),
    /** Where it can be seen: a post, a channel, a page. */
    link: z.string().trim().min(1).max(2_000).optional(),
    note: z.string().trim().min(1).max(1_000).optional(),
    clientId: idSchema('client').optional(),
    /** Who said it when it is no client we know; people are told apart by it and it is kept as a hash only. */
    heardFrom: z.string().trim().min(1).max(300).optional(),
    /** Now, unless told. */
    saidAt: instantSchema.optional(),
  }),
  answer: z.object({
    id: idSchema('mention'),
    nameId: idSchema('heard_name'),
    name: z.string(),
    /** How many different speakers have named it by now. */
    speakers: z.int(),
  }),
  status: 201,
});

export const listMentions = operation({
  id: 'listMentions',
  method: 'GET',
  path: '/mentions',
  summary: 'The log of mentions, latest first',
  tag,
  permission: 'mention.read',
  query: z.strictObject({
    ...pageQuery,
    nameId: idSchema('heard_name').optional(),
    source: z.enum(MENTION_SOURCES).optional(),
  }),
  answer: pageOf(mentionSchema),
});

export const takeBackMention = operation({
  id: 'takeBackMention',
  method: 'POST',
  path: '/mentions/:mentionId/taking-back',
  summary: 'A mention was a mistake: it stays in the log and counts no more',
  tag,
  permission: 'mention.take_back',
  params: z.strictObject({ mentionId: idSchema('mention') }),
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  answer: mentionSchema,
});
