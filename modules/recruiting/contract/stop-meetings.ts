import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { STOP_KEYS } from './stop-list.ts';

/** By which door somebody came who looks like one on the stop list. */
export const MET_IN = ['partner', 'deal', 'invitation'] as const;
export type MetIn = (typeof MET_IN)[number];
/** same: it is them · other: only called alike. */
export const MEETING_DECISIONS = ['same', 'other'] as const;
export type MeetingDecision = (typeof MEETING_DECISIONS)[number];

export const stopMeetingSchema = z.object({
  id: idSchema('stop_meeting'),
  entry: z.object({ id: idSchema('stop_entry'), name: z.string(), reasonCode: z.string() }),
  metIn: z.enum(MET_IN),
  /** Of the partner, the deal or the invitation. */
  subjectId: z.string(),
  partner: z.object({ id: idSchema('partner'), name: z.string() }).nullable(),
  /** As they were called there; null: forgotten. */
  who: z.string().nullable(),
  by: z.array(z.enum(STOP_KEYS)),
  /** More than a name is the same: it is them. */
  sure: z.boolean(),
  metAt: instantSchema,
  decided: z
    .object({
      as: z.enum(MEETING_DECISIONS),
      at: instantSchema,
      by: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  can: canSchema,
});
export type StopMeeting = z.infer<typeof stopMeetingSchema>;

const tag = 'stop-list';

export const listStopMeetings = operation({
  id: 'listStopMeetings',
  method: 'GET',
  path: '/stop-meetings',
  summary: 'Who looked like somebody on the stop list and where they came in; the latest first',
  tag,
  permission: 'stop_list.read',
  query: z.strictObject({ ...pageQuery, show: z.enum(['waiting', 'decided', 'all']).default('all') }),
  answer: pageOf(stopMeetingSchema),
});

export const decideStopMeeting = operation({
  id: 'decideStopMeeting',
  method: 'POST',
  path: '/stop-meetings/:meetingId/decision',
  summary: 'It is them, or somebody else who is only called alike; by itself it blocks nothing',
  tag,
  permission: 'stop_list.decide',
  params: z.strictObject({ meetingId: idSchema('stop_meeting') }),
  body: z
    .strictObject({
      decision: z.enum(MEETING_DECISIONS),
      /** How it is known; asked for of somebody else. */
      note: z.string().trim().min(1).max(2_000).optional(),
    })
    .refine(({ decision, note }) => decision === 'same' || note !== undefined),
  answer: stopMeetingSchema,
});
