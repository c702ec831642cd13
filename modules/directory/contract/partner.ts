import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { instantSchema } from '@mosty/kernel/time';
import { faceSchema } from './face.ts';

/** How a partner is kept (S1.23): in person, or by its own means. Not to be confused with class, kind or role. */
export const TRACKS = ['high_touch', 'scaled'] as const;
export type Track = (typeof TRACKS)[number];

export const nameText = z.string().trim().min(1).max(300);
export const shortText = z.string().trim().min(1).max(300);
export const longText = z.string().trim().min(1).max(4_000);
export const emailText = z.email().max(200);
export const phoneText = z.string().trim().min(3).max(40);
/** Another program's key, kept letter for letter. */
export const externalIdText = z.string().trim().min(1).max(200);
export const taxNumberText = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z./ -]{3,32}$/);
export const countryText = z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1 alpha-2');

export const partnerSchema = z.object({
  id: idSchema('partner'),
  name: z.string(),
  externalId: z.string().nullable(),
  /** «Кто он и зачем мы вместе», one line. */
  purpose: z.string().nullable(),
  track: z.enum(TRACKS),
  ownerMemberId: idSchema('member').nullable(),
  introducedBy: z.object({ id: idSchema('partner'), name: z.string() }).nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  taxNumber: z.string().nullable(),
  country: z.string().nullable(),
  site: z.string().nullable(),
  city: z.string().nullable(),
  /** Private to the team: people of the partner read null. */
  note: z.string().nullable(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
});
export type Partner = z.infer<typeof partnerSchema>;

export const partnerFields = z.strictObject({
  name: nameText,
  externalId: externalIdText.nullish(),
  purpose: shortText.nullish(),
  track: z.enum(TRACKS).optional(),
  ownerMemberId: idSchema('member').nullish(),
  introducedByPartnerId: idSchema('partner').nullish(),
  email: emailText.nullish(),
  phone: phoneText.nullish(),
  taxNumber: taxNumberText.nullish(),
  country: countryText.nullish(),
  site: shortText.nullish(),
  city: shortText.nullish(),
  note: longText.nullish(),
});
export type PartnerFields = z.output<typeof partnerFields>;

export const partnerParams = z.strictObject({ partnerId: idSchema('partner') });
const tag = 'partners';

export const createPartner = operation({
  id: 'createPartner',
  method: 'POST',
  path: '/partners',
  summary: 'Write down a firm or person we may work with',
  tag,
  permission: 'partner.write',
  body: partnerFields,
  answer: partnerSchema,
  status: 201,
});

export const getPartner = operation({
  id: 'getPartner',
  method: 'GET',
  path: '/partners/:partnerId',
  summary: 'One partner with the people of both sides',
  tag,
  permission: 'partner.read',
  params: partnerParams,
  answer: partnerSchema.extend({
    faces: z.array(faceSchema),
    /** Partners that this one introduced (S1.42). */
    introduced: z.array(z.object({ id: idSchema('partner'), name: z.string() })),
    can: canSchema,
  }),
});

export const updatePartner = operation({
  id: 'updatePartner',
  method: 'PATCH',
  path: '/partners/:partnerId',
  summary: 'Change what is written of a partner; fields left out stay',
  tag,
  permission: 'partner.write',
  params: partnerParams,
  body: partnerFields.partial(),
  answer: partnerSchema,
});

export const archivePartner = operation({
  id: 'archivePartner',
  method: 'POST',
  path: '/partners/:partnerId/archival',
  summary: 'Put a partner away; refused while it has an open agreement',
  tag,
  permission: 'partner.write',
  params: partnerParams,
  body: z.strictObject({ reason: shortText }),
  answer: partnerSchema,
});

export const restorePartner = operation({
  id: 'restorePartner',
  method: 'DELETE',
  path: '/partners/:partnerId/archival',
  summary: 'Take a partner back from the archive',
  tag,
  permission: 'partner.write',
  params: partnerParams,
  answer: partnerSchema,
});
