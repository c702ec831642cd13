import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** A letter to several and a call with several are planned like a meeting (S1.62). */
export const SESSION_KINDS = [
  'strategy',
  'roadmap',
  'webinar',
  'office_hours',
  'retreat',
  'group_call',
  'letter',
] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

const partner = z.object({ id: idSchema('partner'), name: z.string(), came: z.boolean().nullable() });

export const sessionNoteSchema = z.object({
  id: idSchema('session_note'),
  isPrivate: z.boolean(),
  text: z.string(),
  author: z.string().nullable(),
  at: instantSchema,
});

export const sessionSchema = z.object({
  id: idSchema('session'),
  kind: z.enum(SESSION_KINDS),
  title: z.string(),
  startsAt: instantSchema,
  minutes: z.int(),
  promised: z.string().nullable(),
  heldAt: instantSchema.nullable(),
  partners: z.array(partner),
  members: z.array(z.object({ id: idSchema('member'), name: z.string() })),
  notes: z.array(sessionNoteSchema),
  /** Private notes that only those who took part may read (S1.47). */
  hiddenNotes: z.int(),
});
export type Session = z.infer<typeof sessionSchema>;

const tag = 'rhythm';
const params = z.strictObject({ sessionId: idSchema('session') });

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/sessions',
  summary: 'Meetings with partners, the newest first',
  tag,
  permission: 'week.read',
  query: z.strictObject({ partnerId: idSchema('partner').optional() }),
  answer: z.object({ items: z.array(sessionSchema), isWhole: z.boolean() }),
});

export const planSession = operation({
  id: 'planSession',
  method: 'POST',
  path: '/sessions',
  summary: 'Plan a meeting and name who is invited of both sides',
  tag,
  permission: 'week.write',
  body: z.strictObject({
    kind: z.enum(SESSION_KINDS),
    title: z.string().trim().min(1).max(200),
    startsAt: instantSchema,
    minutes: z.int().min(1).max(4_320),
    partnerIds: z.array(idSchema('partner')).min(1).max(50),
    memberIds: z.array(idSchema('member')).max(20).default([]),
  }),
  answer: sessionSchema,
  status: 201,
});

export const holdSession = operation({
  id: 'holdSession',
  method: 'POST',
  path: '/sessions/:sessionId/holding',
  summary: 'It took place: who came and what was promised',
  tag,
  permission: 'week.write',
  params,
  body: z.strictObject({
    came: z.array(idSchema('partner')).max(50),
    promised: z.string().trim().min(1).max(2_000).nullish(),
  }),
  answer: sessionSchema,
});

export const noteSession = operation({
  id: 'noteSession',
  method: 'POST',
  path: '/sessions/:sessionId/notes',
  summary: 'A note of a meeting; a private one is read by those who took part only',
  tag,
  permission: 'week.write',
  params,
  body: z.strictObject({ text: z.string().trim().min(1).max(4_000), isPrivate: z.boolean() }),
  answer: sessionSchema,
  status: 201,
});
