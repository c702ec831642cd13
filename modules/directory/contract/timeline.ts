import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** A line of the journal about this partner; words of a verb live in the UI of its module. */
export const timelineLineSchema = z.object({
  seq: z.int(),
  at: instantSchema,
  actor: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  verb: z.string(),
  reason: z.string().nullable(),
  change: z.record(z.string(), z.unknown()).nullable(),
});
export type TimelineLine = z.infer<typeof timelineLineSchema>;

export const getPartnerTimeline = operation({
  id: 'getPartnerTimeline',
  method: 'GET',
  path: '/partners/:partnerId/timeline',
  summary: 'What was done about a partner, by whom and why, newest first',
  tag: 'partners',
  permission: 'partner.timeline',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(timelineLineSchema),
});

export const getClientTimeline = operation({
  id: 'getClientTimeline',
  method: 'GET',
  path: '/clients/:clientId/timeline',
  summary: 'What was done about a client, by whom and why, newest first',
  tag: 'clients',
  permission: 'partner.timeline',
  params: z.strictObject({ clientId: idSchema('client') }),
  query: z.strictObject({ ...pageQuery }),
  answer: pageOf(timelineLineSchema),
});
