import { instantSchema } from '@mosty/kernel/time';
import { idSchema } from '@mosty/kernel/id';
import { ppmSchema } from '@mosty/kernel/money';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';

/** promo: gives the buyer a discount · referral: only names who brought them. */
export const CODE_KINDS = ['promo', 'referral'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export const codeSchema = z.object({
  id: idSchema('code'),
  code: z.string(),
  kind: z.enum(CODE_KINDS),
  agreementId: idSchema('agreement'),
  partnerId: idSchema('partner'),
  discountPpm: ppmSchema,
  maxDiscountPpm: ppmSchema.nullable(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
});
export type Code = z.infer<typeof codeSchema>;

const tag = 'codes';

/** A code in a list: whose it is, in words. */
export const codeRowSchema = codeSchema.extend({
  partnerName: z.string(),
  class: z.string(),
  agreementKind: z.string(),
});
export type CodeRow = z.infer<typeof codeRowSchema>;

export const listCodes = operation({
  id: 'listCodes',
  method: 'GET',
  path: '/codes',
  summary: 'Promo and referral codes, newest first; of one partner where it is named',
  tag,
  permission: 'code.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(64).optional(),
    partnerId: idSchema('partner').optional(),
    live: z.enum(['yes', 'no']).optional(),
  }),
  answer: pageOf(codeRowSchema),
});

export const createCode = operation({
  id: 'createCode',
  method: 'POST',
  path: '/codes',
  summary: 'Give an accepted agreement a code; refused where the discount goes below the floor (S0.64)',
  tag,
  permission: 'code.write',
  body: z.strictObject({
    agreementId: idSchema('agreement'),
    code: z
      .string()
      .trim()
      .regex(/^\S{1,64}$/u),
    kind: z.enum(CODE_KINDS),
    discountPpm: z.int().min(0).max(1_000_000).default(0),
  }),
  answer: codeSchema,
  status: 201,
});

export const archiveCode = operation({
  id: 'archiveCode',
  method: 'POST',
  path: '/codes/:codeId/archival',
  summary: 'Stop a code; it stays its partner’s and sales already credited stay credited',
  tag,
  permission: 'code.write',
  params: z.strictObject({ codeId: idSchema('code') }),
  answer: codeSchema,
});
