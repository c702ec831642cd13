import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** Reasons to do something with a partner this week. */
export const RULE_CODES = [
  'silence',
  'top_unseen',
  'launch_quiet',
  'first_win_late',
  'answer_waiting',
  'deal_stuck',
  'red_flag',
  'payout_blocked',
  'receipt_missing',
  'statement_unanswered',
  'paper_due',
  'pilot_due',
  'review_due',
  'our_promise',
  'feedback_waiting',
  'threshold_crossed',
  'empty_role',
  'recognition_due',
  'best_candidate',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];
/** Why a card stands first whatever it is worth. */
export const PINS = ['law', 'critical', 'money', 'unseen'] as const;
export type Pin = (typeof PINS)[number];
export const ANSWERS = ['done', 'put_off', 'disagree'] as const;
export type Answer = (typeof ANSWERS)[number];
const QUOTAS = ['met', 'impossible', 'no_room'] as const;

const both = z.object({ ru: z.string(), en: z.string() });
const person = z.object({ id: idSchema('member'), name: z.string() });
const reasonShape = {
  id: idSchema('card'),
  rule: z.enum(RULE_CODES),
  name: both,
  why: both,
  pinned: z.enum(PINS).nullable(),
  dueOn: z.string().nullable(),
  foundOn: z.string(),
  stakeMinor: minorSchema,
  currency: currencySchema,
  valueMinor: minorSchema,
};

export const cardSchema = z.object({
  ...reasonShape,
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  minutes: z.int(),
  isNewFace: z.boolean(),
  /** The arithmetic: value = stake × lift × urgency. */
  liftPpm: z.int(),
  defaultLiftPpm: z.int(),
  /** Outcomes that speak beside the default. */
  liftSeen: z.int(),
  urgencyPpm: z.int(),
  fix: both,
  step: both,
  /** Other reasons of the same partner. */
  also: z.array(z.object(reasonShape)),
});
export type Card = z.infer<typeof cardSchema>;

const answeredSchema = z.object({
  id: idSchema('card_answer'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  rule: z.enum(RULE_CODES),
  name: both,
  verdict: z.enum(ANSWERS),
  reason: z.string().nullable(),
  minutes: z.int(),
  at: instantSchema,
});

export const weekSchema = z.object({
  member: person,
  isOwn: z.boolean(),
  weekOf: z.string(),
  builtAt: instantSchema.nullable(),
  capacityMinutes: z.int(),
  /** Given to cards that were done this week. */
  doneMinutes: z.int(),
  plannedMinutes: z.int(),
  valueMinor: minorSchema,
  currency: currencySchema,
  cards: z.array(cardSchema),
  /** Cards that did not fit into the minutes. */
  leftOut: z.int(),
  existing: z.enum(QUOTAS),
  newFace: z.enum(QUOTAS),
  answered: z.array(answeredSchema),
  /** Three best candidates, for a week in which nothing is wrong. */
  candidates: z.array(
    z.object({ id: idSchema('partner'), name: z.string(), stage: z.string(), mentions: z.int() }),
  ),
  broken: z.array(z.object({ rule: z.enum(RULE_CODES), name: both })),
  can: z.object({ answer: z.boolean(), team: z.boolean(), build: z.boolean() }),
});
export type Week = z.infer<typeof weekSchema>;

const tag = 'agenda';

export const readAgenda = operation({
  id: 'readAgenda',
  method: 'GET',
  path: '/agenda',
  summary: 'The week of a person: what is worth most inside their minutes, each card with its arithmetic',
  tag,
  permission: 'agenda.read',
  query: z.strictObject({ memberId: idSchema('member').optional() }),
  answer: weekSchema,
});

export const answerCard = operation({
  id: 'answerCard',
  method: 'POST',
  path: '/agenda/cards/:cardId/answers',
  summary:
    'Done, with one fix and one next step; put off, with a reason; or disagreed with, which teaches the rule',
  tag,
  permission: 'agenda.answer',
  params: z.strictObject({ cardId: idSchema('card') }),
  body: z.discriminatedUnion('verdict', [
    z.strictObject({
      verdict: z.literal('done'),
      fix: z.string().trim().min(1).max(300),
      step: z.strictObject({
        text: z.string().trim().min(1).max(300),
        ownerMemberId: idSchema('member').nullish(),
        dueOn: z.iso.date(),
      }),
      minutes: z.int().min(0).max(480),
    }),
    z.strictObject({
      verdict: z.literal('put_off'),
      reason: z.string().trim().min(1).max(500),
      until: z.iso.date(),
    }),
    z.strictObject({ verdict: z.literal('disagree'), reason: z.string().trim().min(1).max(500) }),
  ]),
  answer: z.object({ id: idSchema('card_answer') }),
  status: 201,
});

export const takeBackAnswer = operation({
  id: 'takeBackAnswer',
  method: 'POST',
  path: '/agenda/answers/:answerId/taking-back',
  summary: 'It was a mistake: the card is back, and its next step is dropped',
  tag,
  permission: 'agenda.answer',
  params: z.strictObject({ answerId: idSchema('card_answer') }),
  answer: z.object({ id: idSchema('card_answer') }),
});

export const readTeamWeek = operation({
  id: 'readTeamWeek',
  method: 'GET',
  path: '/agenda/team',
  summary: 'The week of the team: load of each person, minutes, what was done and what was put off',
  tag,
  permission: 'agenda.team',
  answer: z.object({
    weekOf: z.string(),
    currency: currencySchema,
    items: z.array(
      z.object({
        member: person,
        capacityMinutes: z.int(),
        plannedMinutes: z.int(),
        doneMinutes: z.int(),
        cards: z.int(),
        leftOut: z.int(),
        valueMinor: minorSchema,
        done: z.int(),
        disagreed: z.int(),
      }),
    ),
    putOff: z.array(answeredSchema.extend({ by: z.string().nullable() })),
    rules: z.array(
      z.object({
        rule: z.enum(RULE_CODES),
        name: both,
        found: z.int(),
        isBroken: z.boolean(),
        liftPpm: z.int(),
        defaultLiftPpm: z.int(),
        seen: z.int(),
        disagreed: z.int(),
      }),
    ),
  }),
});

export const setCapacity = operation({
  id: 'setCapacity',
  method: 'PUT',
  path: '/agenda/capacity/:memberId',
  summary: 'How many minutes a week a person has for partners',
  tag,
  permission: 'agenda.team',
  params: z.strictObject({ memberId: idSchema('member') }),
  body: z.strictObject({ minutes: z.int().min(15).max(2_400) }),
  answer: z.object({ memberId: idSchema('member'), minutes: z.int() }),
});

export const buildAgenda = operation({
  id: 'buildAgenda',
  method: 'POST',
  path: '/agenda/building',
  summary: 'Look at everything anew now instead of waiting for the night',
  tag,
  permission: 'agenda.build',
  answer: z.object({ found: z.int(), broken: z.int() }),
});
