import { idSchema } from '@mosty/kernel/id';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What a partner is won by (S1.69): support, use, simple ways, quick answers. Each from 1 to 5. */
export const SCALES = ['support', 'value', 'simplicity', 'speed'] as const;
export type Scale = (typeof SCALES)[number];
/** «Would you tell a colleague to become our partner?», from 0 to 10 (S1.70). */
export const RECOMMEND_MAX = 10;
export const SCALE_MAX = 5;
/** 9 and 10; 7 and 8; 6 and less. */
export const CAMPS = ['promoters', 'passives', 'detractors'] as const;
export type Camp = (typeof CAMPS)[number];
/** With fewer answers a figure says more of who answered than of us. */
export const ENOUGH_ANSWERS = 5;

const mark = z.int().min(1).max(SCALE_MAX);
export const marksSchema = z.object({ support: mark, value: mark, simplicity: mark, speed: mark });
const words = z.string().trim().min(1).max(2_000);

const countOf = z.object({ mark: z.int(), count: z.int() });

/** null instead of every figure: fewer answers than `ENOUGH_ANSWERS`, or nameless and not over yet. */
export const figuresSchema = z.object({
  /** Promoters less detractors in parts of a hundred, −100…100. */
  enps: z.int(),
  camps: z.object({ promoters: z.int(), passives: z.int(), detractors: z.int() }),
  scales: z
    .array(
      z.object({
        scale: z.enum(SCALES),
        /** Mean in hundredths: 437 is 4.37. */
        meanHundredths: z.int(),
        counts: z.array(countOf).readonly(),
      }),
    )
    .readonly(),
});
export type Figures = z.output<typeof figuresSchema>;

export const pollRowSchema = z.object({
  id: idSchema('poll'),
  /** `2026-1` is the first half of the year. */
  half: z.string(),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
  isOpen: z.boolean(),
  isNameless: z.boolean(),
  asked: z.int(),
  answered: z.int(),
  figures: figuresSchema.nullable(),
});
export type PollRow = z.output<typeof pollRowSchema>;

const deedSchema = z.object({
  id: idSchema('poll_deed'),
  words: z.string(),
  author: z.string(),
  at: instantSchema,
});

export const pollSchema = pollRowSchema.extend({
  deeds: z.array(deedSchema).readonly(),
  can: z.object({ tell: z.boolean() }),
});
export type Poll = z.output<typeof pollSchema>;

export const pollAnswerSchema = z.object({
  id: z.uuid(),
  /** null: nameless. */
  partner: z.object({ id: idSchema('partner'), name: z.string() }).nullable(),
  person: z.string().nullable(),
  recommend: z.int(),
  marks: marksSchema,
  words: z.string().nullable(),
});
export type PollAnswer = z.output<typeof pollAnswerSchema>;

export const pollSettingsSchema = z.strictObject({
  /** Partners are asked twice a year by themselves. */
  isOn: z.boolean(),
  /** Answers are kept without whose they are; figures come when the poll is over. */
  isNameless: z.boolean(),
  /** Month of a half-year, 1 to 6: 5 is May and November. */
  month: z.int().min(1).max(6),
  openDays: z.int().min(7).max(60),
});
export type PollSettings = z.output<typeof pollSettingsSchema>;

const tag = 'feedback';
const params = z.strictObject({ pollId: idSchema('poll') });

export const listPolls = operation({
  id: 'listPolls',
  method: 'GET',
  path: '/polls',
  summary: 'Half-year polls of partners, the newest first: how many answered, eNPS and four marks',
  tag,
  permission: 'poll.read',
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(pollRowSchema),
});

export const readPoll = operation({
  id: 'readPoll',
  method: 'GET',
  path: '/polls/:pollId',
  summary: 'One poll: figures with their counts, and what was done after it',
  tag,
  permission: 'poll.read',
  params,
  answer: pollSchema,
});

export const openPoll = operation({
  id: 'openPoll',
  method: 'POST',
  path: '/polls',
  summary: 'Ask partners now instead of waiting for the day of this half-year; once a half-year',
  tag,
  permission: 'poll.run',
  answer: pollSchema,
  status: 201,
});

export const listPollAnswers = operation({
  id: 'listPollAnswers',
  method: 'GET',
  path: '/poll-answers',
  summary: 'The answers behind the figures; of a nameless poll without names, in no order, when it is over',
  tag,
  permission: 'poll.read',
  query: z.strictObject({
    ...pageQuery,
    /** The newest poll unless told. */
    pollId: idSchema('poll').optional(),
    camp: z.enum(CAMPS).optional(),
  }),
  answer: pageOf(pollAnswerSchema),
});

export const exportPollAnswers = exportOf(listPollAnswers, {
  id: 'exportPollAnswers',
  permission: 'poll.export',
});

export const addPollDeed = operation({
  id: 'addPollDeed',
  method: 'POST',
  path: '/polls/:pollId/deeds',
  summary: 'Tell partners what was done after their answers',
  tag,
  permission: 'poll.run',
  params,
  body: z.strictObject({ words: z.string().trim().min(1).max(500) }),
  answer: pollSchema,
  status: 201,
});

export const readPollSettings = operation({
  id: 'readPollSettings',
  method: 'GET',
  path: '/poll-settings',
  summary: 'Whether, when and how partners are asked each half-year',
  tag,
  permission: 'poll.read',
  answer: pollSettingsSchema,
});

export const setPollSettings = operation({
  id: 'setPollSettings',
  method: 'PUT',
  path: '/poll-settings',
  summary: 'Set when and how partners are asked from now on; polls that are open stay as they were',
  tag,
  permission: 'poll.run',
  body: pollSettingsSchema,
  answer: pollSettingsSchema,
});

export const ownPollSchema = z.object({
  poll: z
    .object({
      id: idSchema('poll'),
      closesOn: z.iso.date(),
      isNameless: z.boolean(),
      isAnswered: z.boolean(),
    })
    .nullable(),
  /** What was done after earlier polls, the newest first. */
  deeds: z.array(z.object({ half: z.string(), words: z.string(), at: instantSchema })).readonly(),
});
export type OwnPoll = z.output<typeof ownPollSchema>;

export const readOwnPoll = operation({
  id: 'readOwnPoll',
  method: 'GET',
  path: '/own-poll',
  summary: 'What a partner’s person is asked now, and what was done after earlier answers',
  tag,
  permission: 'poll.answer',
  answer: ownPollSchema,
});

export const answerPoll = operation({
  id: 'answerPoll',
  method: 'POST',
  path: '/polls/:pollId/answers',
  summary: 'Answer as a partner’s person, once; nobody of the company answers for them',
  tag,
  permission: 'poll.answer',
  params,
  body: z.strictObject({
    recommend: z.int().min(0).max(RECOMMEND_MAX),
    marks: z.strictObject(marksSchema.shape),
    words: words.nullish(),
  }),
  answer: ownPollSchema,
  status: 201,
});
