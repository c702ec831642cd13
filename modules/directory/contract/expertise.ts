import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

const tag = 'partners';
/** «бухгалтерия», «розница», «маркетплейсы»: what somebody lives by. */
const expertiseText = z.string().trim().min(1).max(60);
const expertiseList = z.array(expertiseText).max(12);
const partnerParams = z.strictObject({ partnerId: idSchema('partner') });

/** A colleague who knows the partner's world (S1.21). */
const guideSchema = z.object({
  memberId: idSchema('member'),
  name: z.string(),
  /** What of the partner's world they know. */
  matches: z.array(z.string()),
  /** Answers for this partnership already. */
  isFace: z.boolean(),
});

export const expertiseSchema = z.object({
  /** The partner's world. */
  tags: z.array(z.string()),
  /** Who knows most of it first; people of a partner are told only of their own faces. */
  guides: z.array(guideSchema),
  /** Every word used so far, so that one thing has one name; empty for people of a partner. */
  known: z.array(z.string()),
  can: z.object({ write: z.boolean() }),
});
export type Expertise = z.output<typeof expertiseSchema>;

export const readExpertise = operation({
  id: 'readExpertise',
  method: 'GET',
  path: '/partners/:partnerId/expertise',
  summary: 'The partner’s world, and who of us knows it',
  tag,
  permission: 'partner.read',
  params: partnerParams,
  answer: expertiseSchema,
});

export const setPartnerExpertise = operation({
  id: 'setPartnerExpertise',
  method: 'PUT',
  path: '/partners/:partnerId/expertise',
  summary: 'Say what the partner lives by',
  tag,
  permission: 'partner.write',
  params: partnerParams,
  body: z.strictObject({ tags: expertiseList }),
  answer: expertiseSchema,
});

export const listTeamExpertise = operation({
  id: 'listTeamExpertise',
  method: 'GET',
  path: '/team-expertise',
  summary: 'What each colleague knows',
  tag,
  permission: 'expertise.read',
  answer: z.object({
    items: z.array(z.object({ memberId: idSchema('member'), name: z.string(), tags: z.array(z.string()) })),
    known: z.array(z.string()),
    can: z.object({ write: z.boolean() }),
  }),
});

export const setMemberExpertise = operation({
  id: 'setMemberExpertise',
  method: 'PUT',
  path: '/team-expertise/:memberId',
  summary: 'Say what a colleague knows: partners of that world are offered to them',
  tag,
  permission: 'expertise.write',
  params: z.strictObject({ memberId: idSchema('member') }),
  body: z.strictObject({ tags: expertiseList }),
  answer: z.object({ tags: z.array(z.string()) }),
});

/** Whether the partner has the product and uses it itself (S1.43). */
export const PRODUCT_USES = ['uses', 'has_access', 'no'] as const;
export type ProductUse = (typeof PRODUCT_USES)[number];

export const productUseSchema = z.object({
  /** null: nobody has asked yet. */
  use: z.enum(PRODUCT_USES).nullable(),
  /** On which day it was so. */
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  person: z.string().nullable(),
  saidAt: instantSchema.nullable(),
  can: z.object({ write: z.boolean() }),
});
export type ProductUseShown = z.output<typeof productUseSchema>;

export const readProductUse = operation({
  id: 'readProductUse',
  method: 'GET',
  path: '/partners/:partnerId/product-use',
  summary: 'Whether the partner uses the product itself, since when it is known and from where',
  tag,
  permission: 'partner.timeline',
  params: partnerParams,
  answer: productUseSchema,
});

export const noteProductUse = operation({
  id: 'noteProductUse',
  method: 'PUT',
  path: '/partners/:partnerId/product-use',
  summary: 'Write down whether the partner uses the product itself; what was written before stays',
  tag,
  permission: 'partner.write',
  params: partnerParams,
  body: z.strictObject({
    use: z.enum(PRODUCT_USES),
    asOf: z.iso.date(),
    source: z.string().trim().min(1).max(300),
  }),
  answer: productUseSchema,
});
