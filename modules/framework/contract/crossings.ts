import { KINDS } from '@mosty/agreements/contract';
import { TRACKS } from '@mosty/directory/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { METRICS } from './framework.ts';

export const CROSSING_STATES = ['open', 'accepted', 'declined'] as const;
export type CrossingState = (typeof CROSSING_STATES)[number];

/** Somebody crossed a line: with the numbers of that day, and the rule as it was. */
export const crossingSchema = z.object({
  id: idSchema('crossing'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  code: z.string(),
  version: z.int(),
  fromKind: z.enum(KINDS).nullable(),
  toKind: z.enum(KINDS).nullable(),
  toTrack: z.enum(TRACKS).nullable(),
  metric: z.enum(METRICS),
  months: z.int(),
  comparison: z.enum(['at_least', 'at_most']),
  value: z.int(),
  /** What was counted. */
  found: z.int(),
  currency: currencySchema,
  proposedAt: instantSchema,
  state: z.enum(CROSSING_STATES),
  reason: z.string().nullable(),
});
export type Crossing = z.infer<typeof crossingSchema>;

const tag = 'framework';

export const listCrossings = operation({
  id: 'listCrossings',
  method: 'GET',
  path: '/framework/crossings',
  summary: 'Who crossed a threshold and what is proposed, newest first',
  tag,
  permission: 'crossing.read',
  query: z.strictObject({ ...pageQuery, state: z.enum(CROSSING_STATES).default('open') }),
  answer: pageOf(crossingSchema),
});

export const decideCrossing = operation({
  id: 'decideCrossing',
  method: 'POST',
  path: '/framework/crossings/:crossingId/decision',
  summary: 'A person decides: a track is changed at once, another kind begins with an agreement of its own',
  tag,
  permission: 'crossing.decide',
  params: z.strictObject({ crossingId: idSchema('crossing') }),
  body: z.strictObject({
    accept: z.boolean(),
    reason: z.string().trim().min(1).max(500),
  }),
  answer: crossingSchema,
});

/** Who is led personally: within 10–20 % of working partners, or a warning says so (S1.23). */
export const readTrackShare = operation({
  id: 'readTrackShare',
  method: 'GET',
  path: '/framework/track-share',
  summary: 'How many working partners are led personally, and whether that is within 10–20 %',
  tag,
  permission: 'crossing.read',
  answer: z.object({
    working: z.int(),
    highTouch: z.int(),
    verdict: z.enum(['few', 'within', 'many', 'too_early']),
  }),
});
