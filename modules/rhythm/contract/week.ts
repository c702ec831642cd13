import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What time is given for (S1.61): finding new ones, launching those agreed with, keeping those who work. */
export const PURPOSES = ['acquisition', 'launch', 'retention'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const TOUCH_KINDS = [
  'note',
  'call',
  'letter',
  'session',
  'recognition',
  'exchange',
  'publication',
  'work',
] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** What a person writes down by hand; the rest is written by what they do here. */
export const EFFORT_KINDS = ['call', 'letter', 'work'] as const;
export type EffortKind = (typeof EFFORT_KINDS)[number];

const day = z.iso.date();
const partner = z.object({ id: idSchema('partner'), name: z.string() });
const person = z.object({ id: idSchema('member'), name: z.string() });

export const nextStepSchema = z.object({
  id: idSchema('next_step'),
  partner,
  text: z.string(),
  owner: person,
  dueOn: z.string(),
  doneAt: instantSchema.nullable(),
  isLate: z.boolean(),
});
export type NextStep = z.infer<typeof nextStepSchema>;

export const weeklyNoteSchema = z.object({
  id: idSchema('weekly_note'),
  partner,
  /** Monday of the week. */
  weekOf: z.string(),
  fix: z.string(),
  step: nextStepSchema,
  writtenAt: instantSchema,
  writtenBy: z.string().nullable(),
});
export type WeeklyNote = z.infer<typeof weeklyNoteSchema>;

/** One fix and one next step: there is no place for a second of either (S0.53). */
export const weekShape = {
  fix: z.string().trim().min(1).max(300),
  step: z.strictObject({
    text: z.string().trim().min(1).max(300),
    /** Whoever writes, unless told. */
    ownerMemberId: idSchema('member').nullish(),
    dueOn: day,
  }),
  /** What it took; the effort log counts it. */
  minutes: z.int().min(0).max(480),
};

const tag = 'rhythm';

export const listWeeklyNotes = operation({
  id: 'listWeeklyNotes',
  method: 'GET',
  path: '/weekly-notes',
  summary: 'Weeks as they were written, the newest first',
  tag,
  permission: 'week.read',
  query: z.strictObject({ ...pageQuery, partnerId: idSchema('partner').optional() }),
  answer: pageOf(weeklyNoteSchema),
});

export const writeWeek = operation({
  id: 'writeWeek',
  method: 'POST',
  path: '/weekly-notes',
  summary: 'Write the week with a partner: exactly one fix and one next step with an owner and a day',
  tag,
  permission: 'week.write',
  body: z.strictObject({ partnerId: idSchema('partner'), ...weekShape }),
  answer: weeklyNoteSchema,
  status: 201,
});

export const listNextSteps = operation({
  id: 'listNextSteps',
  method: 'GET',
  path: '/next-steps',
  summary: 'Open next steps, the nearest day first; or those done lately',
  tag,
  permission: 'week.read',
  query: z.strictObject({
    ...pageQuery,
    partnerId: idSchema('partner').optional(),
    owner: idSchema('member').optional(),
    show: z.enum(['open', 'done']).default('open'),
  }),
  answer: pageOf(nextStepSchema),
});

const stepParams = z.strictObject({ nextStepId: idSchema('next_step') });

export const finishNextStep = operation({
  id: 'finishNextStep',
  method: 'POST',
  path: '/next-steps/:nextStepId/done',
  summary: 'The step is done',
  tag,
  permission: 'week.write',
  params: stepParams,
  answer: nextStepSchema,
});

export const dropNextStep = operation({
  id: 'dropNextStep',
  method: 'POST',
  path: '/next-steps/:nextStepId/dropping',
  summary: 'The step is not needed any more; why stays in the journal',
  tag,
  permission: 'week.write',
  params: stepParams,
  body: z.strictObject({ reason: z.string().trim().min(1).max(300) }),
  answer: z.object({ id: idSchema('next_step') }),
});

export const logEffort = operation({
  id: 'logEffort',
  method: 'POST',
  path: '/efforts',
  summary: 'Minutes given to a partner or to all of them, and what for',
  tag,
  permission: 'week.write',
  body: z.strictObject({
    partnerId: idSchema('partner').nullish(),
    kind: z.enum(EFFORT_KINDS),
    minutes: z.int().min(1).max(1_440),
    purpose: z.enum(PURPOSES),
    note: z.string().trim().min(1).max(500).nullish(),
  }),
  answer: z.object({ id: idSchema('touch') }),
  status: 201,
});

export const readEfforts = operation({
  id: 'readEfforts',
  method: 'GET',
  path: '/efforts',
  summary: 'Minutes by person and purpose; the share that went to partners who are already here (S1.61)',
  tag,
  permission: 'week.read',
  query: z.strictObject({ from: day, to: day }),
  answer: z.object({
    items: z.array(
      z.object({ member: person.nullable(), purpose: z.enum(PURPOSES), minutes: z.int(), touches: z.int() }),
    ),
    /** Parts per million; null while nothing was written down. */
    retentionPpm: z.int().nullable(),
  }),
});
