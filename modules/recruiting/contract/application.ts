import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { pathSchema, REASONS } from '@mosty/lifecycle/contract';
import * as z from 'zod';
import { stopMatchSchema } from './stop-list.ts';

export const APPLICATION_STATES = ['waiting', 'taken', 'declined'] as const;
export const EXPERIENCES = ['none', 'access_only', 'paid', 'paid_with_result'] as const;

/** The questions of the class wizard that a stranger can answer (S2.40); ours ask the rest. */
const answersSchema = z.strictObject({
  experience: z.enum(EXPERIENCES),
  readyToTell: z.boolean(),
  bringsClients: z.boolean(),
  together: z.boolean(),
});

const line = z.string().trim().min(1).max(300);

export const applicationSchema = z.object({
  id: idSchema('application'),
  programme: z.object({ slug: z.string(), title: z.string() }),
  appliedAt: instantSchema,
  name: z.string(),
  person: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  site: z.string().nullable(),
  taxNumber: z.string().nullable(),
  city: z.string().nullable(),
  about: z.string(),
  /** Who told them of us, in their words. */
  introducedBy: z.string().nullable(),
  answers: answersSchema,
  language: z.enum(['ru', 'en']),
  consentVersion: z.int(),
  state: z.enum(APPLICATION_STATES),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  reasonCode: z.string().nullable(),
  partnerId: idSchema('partner').nullable(),
  /** Whom of the stop list they look like; of those that wait. */
  stops: z.array(stopMatchSchema),
});
export type Application = z.infer<typeof applicationSchema>;

const tag = 'applications';
const params = z.strictObject({ applicationId: idSchema('application') });

export const applyToProgramme = operation({
  id: 'applyToProgramme',
  method: 'POST',
  path: '/public/programmes/:slug/applications',
  summary: 'Ask to work together; no sign-in',
  tag,
  permission: 'public',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/) }),
  body: z.strictObject({
    name: line,
    person: z.string().trim().min(1).max(200),
    email: z.email().max(200),
    phone: z.string().trim().min(3).max(40).optional(),
    site: line.optional(),
    taxNumber: z.string().trim().min(3).max(32).optional(),
    city: line.optional(),
    about: z.string().trim().min(1).max(4_000),
    introducedBy: line.optional(),
    answers: answersSchema,
    language: z.enum(['ru', 'en']),
    /** Of the consent they read: a text of its own, with a tick of its own. */
    consentHash: z.string().max(64),
    agreed: z.literal(true),
    /** People do not see this field; programs fill it. */
    fax: z.string().max(500).optional(),
  }),
  answer: z.object({ answer: z.literal('taken') }),
  status: 201,
});

export const listApplications = operation({
  id: 'listApplications',
  method: 'GET',
  path: '/applications',
  summary: 'Who asked to work together, latest first',
  tag,
  permission: 'application.read',
  query: z.strictObject({ ...pageQuery, show: z.enum([...APPLICATION_STATES, 'all']).default('waiting') }),
  answer: pageOf(applicationSchema),
});

export const takeApplication = operation({
  id: 'takeApplication',
  method: 'POST',
  path: '/applications/:applicationId/taking',
  summary: 'Make a partner of an application and put it into the pipeline; its gates are ahead',
  tag,
  permission: 'application.decide',
  params,
  body: z.strictObject({ path: pathSchema, introducedByPartnerId: idSchema('partner').optional() }),
  answer: applicationSchema,
});

export const declineApplication = operation({
  id: 'declineApplication',
  method: 'POST',
  path: '/applications/:applicationId/decline',
  summary: 'Decline with a reason and a kind letter',
  tag,
  permission: 'application.decide',
  params,
  body: z.strictObject({
    reasonCode: z.enum(REASONS.declined),
    letter: z.strictObject({
      subject: z.string().trim().min(1).max(300),
      text: z.string().trim().min(1).max(8_000),
    }),
  }),
  answer: applicationSchema,
});
