import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** not_ready: an advertisement that may not go out yet · out: published · reported: its act is with the operator. */
export const PUBLICATION_STATES = ['not_ready', 'ready', 'out', 'reported'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];
/** What an advertisement lacks before it may go out. */
export const AD_LACKS = ['erid', 'label', 'register_proof'] as const;
export type AdLack = (typeof AD_LACKS)[number];
/** From this many followers a page has to stand in the register of the regulator. */
export const REGISTER_FROM = 10_000;

const day = z.iso.date();

export const publicationSchema = z.object({
  id: idSchema('publication'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  title: z.string(),
  platform: z.string(),
  onDay: z.string(),
  isAd: z.boolean(),
  erid: z.string().nullable(),
  operator: z.string().nullable(),
  registeredBy: z.enum(['ours', 'theirs']).nullable(),
  /** The words of the label, ready to copy. */
  label: z.string().nullable(),
  followers: z.int().nullable(),
  registerProof: z.string().nullable(),
  url: z.string().nullable(),
  /** What of the joint plan it is part of; without it it does not go out (S0.4). */
  planItem: z.object({ id: idSchema('plan'), title: z.string() }).nullable(),
  state: z.enum(PUBLICATION_STATES),
  lacks: z.array(z.enum(AD_LACKS)),
  reportedOn: z.string().nullable(),
});
export type Publication = z.infer<typeof publicationSchema>;

const fields = {
  title: z.string().trim().min(1).max(200),
  platform: z.string().trim().min(1).max(100),
  onDay: day,
  isAd: z.boolean(),
  erid: z
    .string()
    .regex(/^[A-Za-z0-9]{6,60}$/)
    .nullish(),
  operator: z.string().trim().min(1).max(100).nullish(),
  registeredBy: z.enum(['ours', 'theirs']).nullish(),
  label: z.string().trim().min(1).max(500).nullish(),
  followers: z.int().min(0).max(1_000_000_000).nullish(),
  registerProof: z.string().trim().min(1).max(300).nullish(),
};

const tag = 'rhythm';
const params = z.strictObject({ publicationId: idSchema('publication') });

export const listPublications = operation({
  id: 'listPublications',
  method: 'GET',
  path: '/publications',
  summary: 'What partners publish about us, and what of it may go out; people of a partner see their own',
  tag,
  permission: 'plan.read',
  query: z.strictObject({
    partnerId: idSchema('partner').optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  answer: z.object({ items: z.array(publicationSchema), isWhole: z.boolean() }),
});

export const addPublication = operation({
  id: 'addPublication',
  method: 'POST',
  path: '/publications',
  summary: 'Write down what will be published; an advertisement needs a token and a label to be ready',
  tag,
  permission: 'plan.write',
  body: z.strictObject({ partnerId: idSchema('partner'), planItemId: idSchema('plan').nullish(), ...fields }),
  answer: publicationSchema,
  status: 201,
});

export const changePublication = operation({
  id: 'changePublication',
  method: 'PUT',
  path: '/publications/:publicationId',
  summary: 'Complete what is not out yet',
  tag,
  permission: 'plan.write',
  params,
  /** `planItemId` untold: it stays where it was. */
  body: z.strictObject({ planItemId: idSchema('plan').nullish(), ...fields }),
  answer: publicationSchema,
});

export const releasePublication = operation({
  id: 'releasePublication',
  method: 'POST',
  path: '/publications/:publicationId/release',
  summary:
    'It is out, at this address; refused outside the joint plan, and while the token, the label or the proof of the register is missing',
  tag,
  permission: 'plan.write',
  params,
  body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(1_000) }),
  answer: publicationSchema,
});

export const reportPublication = operation({
  id: 'reportPublication',
  method: 'POST',
  path: '/publications/:publicationId/report',
  summary: 'Its act went to the operator of advertising data on this day',
  tag,
  permission: 'plan.write',
  params,
  body: z.strictObject({ reportedOn: day }),
  answer: publicationSchema,
});
