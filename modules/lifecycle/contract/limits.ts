import { currencySchema, minorSchema, ppmSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { stageParams } from './move.ts';
import { limitNowSchema, partnerStageSchema } from './partner-stage.ts';

/** The most of each; null: not limited. */
export const limitSchema = z.strictObject({
  dealsMax: z.int().min(0).max(100_000).nullable(),
  accruedMinorMax: minorSchema.nullable(),
  discountPpmMax: ppmSchema.nullable(),
});
/** The same as a person gives it: nothing below nothing. */
export const limitGivenSchema = z.strictObject({
  dealsMax: z.int().min(0).max(100_000).nullable(),
  accruedMinorMax: z.int().min(0).nullable(),
  discountPpmMax: z.int().min(0).max(1_000_000).nullable(),
});
export const limitsSchema = z.strictObject({ launch: limitSchema, pilot: limitSchema, start: limitSchema });

const kept = z.object({
  /** 0: those shipped. */
  version: z.int(),
  currency: currencySchema,
  limits: limitsSchema,
});

const tag = 'lifecycle';

export const readLimits = operation({
  id: 'readLimits',
  method: 'GET',
  path: '/limits',
  summary: 'How much partners may do before they are trusted, and who changed that when',
  tag,
  permission: 'lifecycle.read',
  answer: kept.extend({
    versions: z.array(
      z.object({
        version: z.int(),
        at: instantSchema,
        by: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  }),
});

export const publishLimits = operation({
  id: 'publishLimits',
  method: 'PUT',
  path: '/limits',
  summary: 'A new version of the limits, with a reason; those before it stay to be read',
  tag,
  permission: 'lifecycle.set_limits',
  body: z.strictObject({
    limits: z.strictObject({ launch: limitGivenSchema, pilot: limitGivenSchema, start: limitGivenSchema }),
    reason: z.string().trim().min(3).max(2_000),
  }),
  answer: kept,
});

export const liftLimits = operation({
  id: 'liftLimits',
  method: 'POST',
  path: '/partners/:partnerId/limits/lift',
  summary: 'A person looked: the starting limits of a partner of the scaled path are over',
  tag,
  permission: 'lifecycle.lift_limits',
  params: stageParams,
  body: z.strictObject({ reason: z.string().trim().min(3).max(2_000) }),
  answer: partnerStageSchema,
});

export const readOwnLimits = operation({
  id: 'readOwnLimits',
  method: 'GET',
  path: '/portal/limits',
  summary: 'What holds the partner back while it is new, and how that ends',
  tag: 'portal',
  permission: 'lifecycle.read_own',
  answer: z.object({ limit: limitNowSchema.nullable() }),
});
