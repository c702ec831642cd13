import { TRACKS } from '@mosty/directory/contract';
import { instantSchema } from '@mosty/kernel/time';
import { idSchema } from '@mosty/kernel/id';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';
import { CLASSES, KINDS } from './classes.ts';

/** contact: no launched agreement yet · partner: accepted and launched · left: everything ended (S2.19). */
export const STANDINGS = ['contact', 'partner', 'left'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A row of the list: who, and in what standing. Money stands beside it, from the modules that know it. */
export const partnerRowSchema = z.object({
  id: idSchema('partner'),
  name: z.string(),
  externalId: z.string().nullable(),
  purpose: z.string().nullable(),
  city: z.string().nullable(),
  track: z.enum(TRACKS),
  ownerMemberId: idSchema('member').nullable(),
  standing: z.enum(STANDINGS),
  partnerSince: z.string().nullable(),
  /** Open agreements: each its own class and kind. */
  agreements: z.array(z.object({ id: idSchema('agreement'), class: z.enum(CLASSES), kind: z.enum(KINDS) })),
  openPromises: z.int(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
});
export type PartnerListRow = z.infer<typeof partnerRowSchema>;

export const PARTNER_SORTS = ['name', 'createdAt', 'trust', 'pulse', 'lastSignal'] as const;
export type PartnerSort = (typeof PARTNER_SORTS)[number];

export const listPartners = operation({
  id: 'listPartners',
  method: 'GET',
  path: '/partners',
  summary: 'Partners and contacts, by standing, class, kind, track and owner',
  tag: 'partners',
  permission: 'partner.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(200).optional(),
    standing: z.enum(STANDINGS).optional(),
    class: z.enum(CLASSES).optional(),
    kind: z.enum(KINDS).optional(),
    track: z.enum(TRACKS).optional(),
    ownerMemberId: z.union([idSchema('member'), z.literal('nobody')]).optional(),
    /** Whom this file wrote down first. */
    import: idSchema('import_file').optional(),
    archived: z.enum(['yes', 'no']).default('no'),
    /** Fading or silent: longer without a sign of life than usual for it (S1.59). */
    quiet: z.literal('yes').optional(),
    /** Something of this partner waits for us: a word, a client to take, an objection, a promise of ours overdue. */
    waits: z.literal('yes').optional(),
    sortBy: z.enum(PARTNER_SORTS).default('name'),
    sortOrder: z.enum(['asc', 'desc']).default('asc'),
  }),
  answer: pageOf(partnerRowSchema),
});

export const exportPartners = exportOf(listPartners, { id: 'exportPartners', permission: 'partner.export' });

export const getStanding = operation({
  id: 'getStanding',
  method: 'GET',
  path: '/partners/:partnerId/standing',
  summary: 'Contact, partner or left, and since when',
  tag: 'partners',
  permission: 'partner.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({ standing: z.enum(STANDINGS), partnerSince: z.string().nullable() }),
});
