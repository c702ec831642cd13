import { instantSchema } from '@mosty/kernel/time';
import { idSchema } from '@mosty/kernel/id';
import { ppmSchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';

/** promo: gives the buyer a discount · referral: only names who brought them. */
export const CODE_KINDS = ['promo', 'referral'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** Beside other reductions of the price: instead of them · on top of ours · on top of ours and of another code. */
export const STACKINGS = ['alone', 'with_ours', 'with_any'] as const;
export type Stacking = (typeof STACKINGS)[number];

export const codeSchema = z.object({
  id: idSchema('code'),
  code: z.string(),
  kind: z.enum(CODE_KINDS),
  agreementId: idSchema('agreement'),
  partnerId: idSchema('partner'),
  discountPpm: ppmSchema,
  maxDiscountPpm: ppmSchema.nullable(),
  stacking: z.enum(STACKINGS),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullable(),
  /** Its partner is paused without links; it works again when the partner is back. */
  pausedAt: instantSchema.nullable(),
});
export type Code = z.infer<typeof codeSchema>;

const REFUSAL_KINDS = [
  'invalid',
  'not_found',
  'not_permitted',
  'conflict',
  'not_now',
  'limit',
  'upstream',
] as const;

/** Why one of many was left out. */
export const refusalSchema = z.object({
  kind: z.enum(REFUSAL_KINDS),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
});

const tag = 'codes';

/** A code in a list: whose it is, in words. */
export const codeRowSchema = codeSchema.extend({
  partnerName: z.string(),
  class: z.string(),
  agreementKind: z.string(),
  /** Clients whose lead named it, and those of them who have paid since. */
  leads: z.int(),
  buyers: z.int(),
  /** Sales that were credited by it, as they are decided now. */
  sales: z.int(),
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

export const exportCodes = exportOf(listCodes, { id: 'exportCodes', permission: 'code.export' });

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
    stacking: z.enum(STACKINGS).default('alone'),
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

const MANY_MAX = 200;

export const createCodes = operation({
  id: 'createCodes',
  method: 'POST',
  path: '/codes/batch',
  summary: 'A code for each of many agreements, made from the name of its partner; with a preview',
  tag,
  permission: 'code.write',
  body: z.strictObject({
    agreementIds: z.array(idSchema('agreement')).min(1).max(MANY_MAX),
    kind: z.enum(CODE_KINDS),
    discountPpm: z.int().min(0).max(1_000_000).default(0),
    stacking: z.enum(STACKINGS).default('alone'),
    /** Follows the name: `10` makes VEKTOR10. */
    suffix: z
      .string()
      .regex(/^[\p{L}\p{N}_-]{0,16}$/u)
      .default(''),
    /** Nothing is written, only what would be is told. */
    preview: z.boolean().default(false),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        agreementId: z.string(),
        partnerName: z.string().nullable(),
        code: z.string().nullable(),
        refusal: refusalSchema.nullable(),
      }),
    ),
  }),
});
