import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { REASONS } from '@mosty/lifecycle/contract';
import * as z from 'zod';

/** Serious ones only: dislike is a reason to decline, not to never meet again. */
export const STOP_REASONS = REASONS.stop_listed;
/** What somebody on the list is recognised by. A name or a person may be another's; the rest is nobody else's. */
export const STOP_KEYS = ['tax_number', 'domain', 'email', 'phone', 'link', 'name', 'person'] as const;
export type StopKeyKind = (typeof STOP_KEYS)[number];
/** proposed: the second person has not decided · standing: in force · off_asked: in force, and one asks to take it off. */
export const STOP_STATES = ['proposed', 'standing', 'off_asked', 'rejected', 'off'] as const;
export type StopState = (typeof STOP_STATES)[number];

const word = z.string().trim().min(1).max(2_000);
const act = z.object({ at: instantSchema, by: z.string().nullable() });

/** As somebody is known: the more is written, the surer they are recognised. */
export const stopWhoSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  taxNumber: z.string().trim().min(3).max(32).nullish(),
  phone: z.string().trim().min(3).max(40).nullish(),
  email: z.email().max(200).nullish(),
  site: z.string().trim().min(3).max(300).nullish(),
  person: z.string().trim().min(1).max(200).nullish(),
});
export type StopWho = z.output<typeof stopWhoSchema>;

export const stopEntrySchema = z.object({
  id: idSchema('stop_entry'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }).nullable(),
  name: z.string(),
  taxNumber: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  site: z.string().nullable(),
  person: z.string().nullable(),
  reasonCode: z.string(),
  evidence: z.string(),
  evidenceLink: z.string().nullable(),
  state: z.enum(STOP_STATES),
  proposed: act,
  decided: act.extend({ approved: z.boolean(), note: z.string().nullable() }).nullable(),
  offAsked: act.extend({ reason: z.string() }).nullable(),
  takenOff: act.nullable(),
  can: canSchema,
});
export type StopEntry = z.infer<typeof stopEntrySchema>;

export const stopMatchSchema = z.object({
  entryId: idSchema('stop_entry'),
  name: z.string(),
  reasonCode: z.string(),
  /** What is the same. */
  by: z.array(z.enum(STOP_KEYS)),
  /** More than a name is the same: it is them. */
  sure: z.boolean(),
});
export type StopMatch = z.infer<typeof stopMatchSchema>;

const tag = 'stop-list';
const params = z.strictObject({ entryId: idSchema('stop_entry') });

export const listStopEntries = operation({
  id: 'listStopEntries',
  method: 'GET',
  path: '/stop-list',
  summary: 'With whom the company works never again, and why; latest first',
  tag,
  permission: 'stop_list.read',
  query: z.strictObject({
    ...pageQuery,
    show: z.enum(['waiting', 'standing', 'past', 'all']).default('all'),
    partnerId: idSchema('partner').optional(),
  }),
  answer: pageOf(stopEntrySchema),
});

export const checkStopList = operation({
  id: 'checkStopList',
  method: 'POST',
  path: '/stop-list/check',
  summary: 'Is somebody on the stop list? Nothing is written down',
  tag,
  permission: 'stop_list.read',
  body: stopWhoSchema.partial(),
  answer: z.object({ matches: z.array(stopMatchSchema) }),
});

export const proposeStop = operation({
  id: 'proposeStop',
  method: 'POST',
  path: '/stop-list',
  summary: 'Propose to never work with somebody again: a serious reason and its evidence',
  tag,
  permission: 'stop_list.decide',
  body: stopWhoSchema.extend({
    /** Of whom we know: what its card says is added to what is written here. */
    partnerId: idSchema('partner').optional(),
    reasonCode: z.enum(STOP_REASONS),
    evidence: z.string().trim().min(20).max(4_000),
    evidenceLink: z.string().trim().min(1).max(2_000).optional(),
  }),
  answer: stopEntrySchema,
  status: 201,
});

export const decideStop = operation({
  id: 'decideStop',
  method: 'POST',
  path: '/stop-list/:entryId/decision',
  summary: 'The second person approves or rejects; a partner in the pipeline is moved to the stop list',
  tag,
  permission: 'stop_list.decide',
  params,
  body: z.strictObject({ approved: z.boolean(), note: word.optional() }),
  answer: stopEntrySchema,
});

export const askStopOff = operation({
  id: 'askStopOff',
  method: 'POST',
  path: '/stop-list/:entryId/taking-off',
  summary: 'Propose to take somebody off the stop list, with a reason',
  tag,
  permission: 'stop_list.decide',
  params,
  body: z.strictObject({ reason: word }),
  answer: stopEntrySchema,
});

export const decideStopOff = operation({
  id: 'decideStopOff',
  method: 'POST',
  path: '/stop-list/:entryId/taking-off/decision',
  summary: 'The second person takes off, or leaves on the list',
  tag,
  permission: 'stop_list.decide',
  params,
  body: z.strictObject({ takeOff: z.boolean() }),
  answer: stopEntrySchema,
});

export const readPartnerStops = operation({
  id: 'readPartnerStops',
  method: 'GET',
  path: '/partners/:partnerId/stop-list',
  summary: 'Whom of the stop list a partner looks like',
  tag,
  permission: 'stop_list.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({ matches: z.array(stopMatchSchema), can: canSchema }),
});

export const tellNamesake = operation({
  id: 'tellNamesake',
  method: 'POST',
  path: '/partners/:partnerId/stop-list/namesakes',
  summary: 'The partner is only called like one on the list: somebody else, and how it is known',
  tag,
  permission: 'stop_list.decide',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: z.strictObject({ entryId: idSchema('stop_entry'), reason: word }),
  answer: z.object({ matches: z.array(stopMatchSchema), can: canSchema }),
});
