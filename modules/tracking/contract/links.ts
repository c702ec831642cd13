import { idSchema } from '@mosty/kernel/id';
import { ppmSchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { refusalSchema } from './codes.ts';

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
const adLabel = z.string().trim().min(1).max(300);
const expiresAt = z.iso.datetime({ offset: true });
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
  /** What is shared. */
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
  /** Sales that were credited by it, as they are decided now. */
  sales: z.int(),
});
export type LinkRow = z.infer<typeof linkRowSchema>;

/** Where a link leads and what it carries, besides whose it is and what it is called. */
const place = {
  domain: z.string().max(255).optional(),
  destination,
  title: title.optional(),
  campaign: utm.optional(),
  content: utm.optional(),
  erid: erid.optional(),
  adLabel: adLabel.optional(),
  expiresAt: expiresAt.optional(),
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
  body: z.strictObject({ agreementId: idSchema('agreement'), key: key.optional(), ...place }),
  answer: linkSchema,
  status: 201,
});

export const createOwnLink = operation({
  id: 'createOwnLink',
  method: 'POST',
  path: '/links/own',
  summary: 'A partner’s person makes a link for themselves to an allowed address',
  tag,
  permission: 'link.create_own',
  body: z.strictObject({ destination, title: title.optional(), content: utm.optional() }),
  answer: linkSchema,
  status: 201,
});

const params = z.strictObject({ linkId: idSchema('link') });

export const updateLink = operation({
  id: 'updateLink',
  method: 'PATCH',
  path: '/links/:linkId',
  summary: 'Change where a link leads and what it carries; its key and its owner stay',
  tag,
  permission: 'link.write',
  params,
  body: z.strictObject({
    destination: destination.optional(),
    title: title.nullable().optional(),
    campaign: utm.nullable().optional(),
    content: utm.nullable().optional(),
    erid: erid.nullable().optional(),
    adLabel: adLabel.nullable().optional(),
    expiresAt: expiresAt.nullable().optional(),
  }),
  answer: linkSchema,
});

export const archiveLink = operation({
  id: 'archiveLink',
  method: 'POST',
  path: '/links/:linkId/archival',
  summary: 'Stop a link; its key stays its partner’s, and what came by it stays counted',
  tag,
  permission: 'link.write',
  params,
  answer: linkSchema,
});

const MANY_MAX = 200;

export const createLinks = operation({
  id: 'createLinks',
  method: 'POST',
  path: '/links/batch',
  summary: 'A link for each of many agreements, its key made from the name of the partner; with a preview',
  tag,
  permission: 'link.write',
  body: z.strictObject({
    agreementIds: z.array(idSchema('agreement')).min(1).max(MANY_MAX),
    ...place,
    /** Nothing is written, only what would be is told. */
    preview: z.boolean().default(false),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        agreementId: z.string(),
        partnerName: z.string().nullable(),
        link: linkSchema.nullable(),
        refusal: refusalSchema.nullable(),
      }),
    ),
  }),
});

export const linkQrSvg = operation({
  id: 'linkQrSvg',
  method: 'GET',
  path: '/links/:linkId/qr.svg',
  summary: 'The link as a QR code, to print at any size',
  tag,
  permission: 'link.read',
  params,
  answer: z.unknown(),
  produces: 'image/svg+xml',
});

export const linkQrPng = operation({
  id: 'linkQrPng',
  method: 'GET',
  path: '/links/:linkId/qr.png',
  summary: 'The link as a QR code, as a picture',
  tag,
  permission: 'link.read',
  params,
  answer: z.unknown(),
  produces: 'image/png',
});

export const exportLinks = exportOf(listLinks, { id: 'exportLinks', permission: 'link.read' });

export const linkSettingsSchema = z.object({
  destinations: z.array(z.object({ host: z.string(), withSubdomains: z.boolean() })),
  domains: z.array(z.string()),
  /** What of the price always remains, whatever codes do. */
  floorPpm: ppmSchema,
  /** The greatest reduction the company gives without any code. */
  ourDiscountPpm: ppmSchema,
  /** Where links of paused partners lead; null: to the first of the sites. */
  neutralTo: z.string().nullable(),
});

export const getLinkSettings = operation({
  id: 'getLinkSettings',
  method: 'GET',
  path: '/link-settings',
  summary: 'Where links may lead, on which hosts they answer and what of the price always remains',
  tag,
  permission: 'link.read',
  answer: linkSettingsSchema,
});

const host = z.string().trim().min(1).max(255);

export const setLinkSettings = operation({
  id: 'setLinkSettings',
  method: 'PUT',
  path: '/link-settings',
  summary: 'Set them all at once; a host that working links stand on is not taken away',
  tag,
  permission: 'link_settings.set',
  body: z.strictObject({
    destinations: z.array(z.strictObject({ host, withSubdomains: z.boolean() })).max(100),
    domains: z.array(host).max(20),
    floorPpm: z.int().min(0).max(1_000_000),
    ourDiscountPpm: z.int().min(0).max(1_000_000),
    /** Left out: as it is. */
    neutralTo: destination.nullable().optional(),
  }),
  answer: linkSettingsSchema,
});
