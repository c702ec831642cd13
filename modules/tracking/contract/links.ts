import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

const tag = 'links';

const title = z.string().trim().min(1).max(200);
const utm = z
  .string()
  .trim()
  .regex(/^[^\s&#?]{1,100}$/u, 'no spaces, no & # ?');
/** Letters and digits of any alphabet, dashes and underscores: it is read aloud and printed. */
const key = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u, 'letters, digits, dashes');
const erid = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{1,100}$/, 'letters and digits');
const destination = z.url({ protocol: /^https?$/ }).max(2000);

export const linkSchema = z.object({
  id: idSchema('link'),
  key: z.string(),
  agreementId: idSchema('agreement'),
  partnerId: idSchema('partner'),
  domain: z.string().nullable(),
  destination: z.string(),
  title: z.string().nullable(),
  medium: z.string(),
  campaign: z.string().nullable(),
  content: z.string().nullable(),
  erid: z.string().nullable(),
  adLabel: z.string().nullable(),
  createdAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  archivedAt: instantSchema.nullable(),
  /** What is shared. Relative while the company has named no domain of its own. */
  url: z.string(),
  /** Where it leads, with everything that is added on the way. */
  leadsTo: z.string(),
});
export type Link = z.infer<typeof linkSchema>;

/** A link in a list: whose it is, and what came of it. */
export const linkRowSchema = linkSchema.extend({
  partnerName: z.string(),
  class: z.string(),
  agreementKind: z.string(),
  /** Of people; bots and previews are apart. */
  clicks: z.int(),
  visitors: z.int(),
  bots: z.int(),
  leads: z.int(),
  /** Clients whose lead came by it and who have paid since. */
  buyers: z.int(),
});
export type LinkRow = z.infer<typeof linkRowSchema>;

/** What a link is made of, besides whose it is. */
const madeOf = {
  key: key.optional(),
  domain: z.string().max(255).optional(),
  destination,
  title: title.optional(),
  campaign: utm.optional(),
  content: utm.optional(),
  erid: erid.optional(),
  adLabel: z.string().trim().min(1).max(300).optional(),
  expiresAt: z.iso.datetime({ offset: true }).optional(),
};

export const listLinks = operation({
  id: 'listLinks',
  method: 'GET',
  path: '/links',
  summary: 'Links of partners with what came of them, newest first',
  tag,
  permission: 'link.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(200).optional(),
    partnerId: idSchema('partner').optional(),
    state: z.enum(['live', 'expired', 'archived']).optional(),
  }),
  answer: pageOf(linkRowSchema),
});

export const getLink = operation({
  id: 'getLink',
  method: 'GET',
  path: '/links/:linkId',
  summary: 'One link',
  tag,
  permission: 'link.read',
  params: z.strictObject({ linkId: idSchema('link') }),
  answer: linkRowSchema,
});

export const createLink = operation({
  id: 'createLink',
  method: 'POST',
  path: '/links',
  summary: 'Give an accepted agreement a link to an allowed address (S0.39)',
  tag,
  permission: 'link.write',
  body: z.strictObject({ agreementId: idSchema('agreement'), ...madeOf }),
  answer: linkSchema,
  status: 201,
});
