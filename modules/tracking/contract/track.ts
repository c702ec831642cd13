import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

export const TRACK_BATCH_MAX = 1_000;
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Field names and shapes that every fact of `/track` shares; deals declares sales and refunds with the same ones. */
export const trackShapes = {
  clickId: z.string().trim().min(1).max(64),
  visitorId: z.string().trim().min(1).max(64),
  externalId: z.string().trim().min(1).max(200),
  customerName: z.string().trim().min(1).max(300),
  customerEmail: z.email().max(320),
  eventName: z.string().trim().min(1).max(100),
  /** When it happened; now unless told. A slip of the year would open a century of months. */
  timestamp: z.iso
    .datetime({ offset: true })
    .refine((at) => Date.parse(at) >= EARLIEST && Date.parse(at) < LATEST, 'between 1970 and 2100'),
  code: z.string().trim().min(1).max(64),
  /** Words of the teller beside the fact. Told again they must be the same; they are not kept. */
  metadata: z
    .record(z.string().max(100), z.unknown())
    .refine((words) => JSON.stringify(words).length <= 10_000, 'at most 10,000 characters'),
} as const;

/** A visit that a site tells of itself. */
export const trackedClickSchema = z
  .strictObject({
    /** The key of a link or the text of a code; read from `via`, `ref` or `p` of `url` unless told. */
    key: z.string().trim().min(1).max(64).optional(),
    /** The page the visitor came to. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    referrer: z.string().max(2000).optional(),
    visitorId: trackShapes.visitorId.optional(),
    /** The teller's own number of the visit: with a `timestamp` it can be told again. */
    externalId: trackShapes.externalId.optional(),
    userAgent: z.string().max(1000).optional(),
    /** Whether the visitor let us remember the browser. */
    consented: z.boolean().default(true),
    timestamp: trackShapes.timestamp.optional(),
    metadata: trackShapes.metadata.optional(),
  })
  .refine(({ key, url }) => key !== undefined || url !== undefined, {
    message: 'give key, or url with via, ref or p in it',
    path: ['key'],
  })
  .refine(({ externalId, timestamp }) => externalId === undefined || timestamp !== undefined, {
    message: 'a visit with a number needs its time: told again it is the same visit',
    path: ['timestamp'],
  });
export type TrackedClick = z.infer<typeof trackedClickSchema>;

export const trackedLeadSchema = z.strictObject({
  clickId: trackShapes.clickId.optional(),
  visitorId: trackShapes.visitorId.optional(),
  eventName: trackShapes.eventName,
  customerExternalId: trackShapes.externalId,
  customerName: trackShapes.customerName.optional(),
  customerEmail: trackShapes.customerEmail.optional(),
  code: trackShapes.code.optional(),
  timestamp: trackShapes.timestamp.optional(),
  metadata: trackShapes.metadata.optional(),
});
export type TrackedLead = z.infer<typeof trackedLeadSchema>;

const tag = 'track';

const leadAnswer = z.object({
  id: idSchema('lead'),
  customerId: idSchema('client'),
  customerExternalId: z.string(),
  eventName: z.string(),
  clickId: z.string().nullable(),
  partnerId: idSchema('partner').nullable(),
  /** It had been told before, in the same words; nothing was changed. */
  known: z.boolean(),
});

export const trackLead = operation({
  id: 'trackLead',
  method: 'POST',
  path: '/track/lead',
  summary: 'A client signed up or asked: once per client and event name',
  tag,
  permission: 'lead.record',
  body: trackedLeadSchema,
  answer: leadAnswer,
  status: 201,
});

export const trackLeads = operation({
  id: 'trackLeads',
  method: 'POST',
  path: '/track/lead/batch',
  summary: 'Many leads at once, all of them or none',
  tag,
  permission: 'lead.record',
  body: z.array(trackedLeadSchema).min(1).max(TRACK_BATCH_MAX),
  answer: z.object({ items: z.array(leadAnswer) }),
  status: 201,
});

const clickAnswer = z.object({
  clickId: idSchema('click'),
  visitorId: z.string(),
  partnerId: idSchema('partner'),
  agreementId: idSchema('agreement'),
  linkId: idSchema('link').nullable(),
  codeId: idSchema('code').nullable(),
});

export const trackClick = operation({
  id: 'trackClick',
  method: 'POST',
  path: '/track/click',
  summary: 'Somebody came to a page by a partner’s link or code; also with a publishable key',
  tag,
  permission: 'click.record',
  body: trackedClickSchema,
  answer: clickAnswer,
  status: 201,
});

export const trackClicks = operation({
  id: 'trackClicks',
  method: 'POST',
  path: '/track/click/batch',
  summary: 'Many visits at once, all of them or none',
  tag,
  permission: 'click.record',
  body: z.array(trackedClickSchema).min(1).max(TRACK_BATCH_MAX),
  answer: z.object({ items: z.array(clickAnswer) }),
  status: 201,
});
