import { ROLES } from '@mosty/identity/contract';
import { currencySchema, minorSchema, ppmSchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { evidenceCode, findingSchema } from './evidence.ts';
import { moveDetails, stageParams, TAKE_OVER_REASONS } from './move.ts';
import { LIMITED, pathSchema, SOURCES, stageSchema } from './stages.ts';

export const passageSchema = z.object({
  no: z.int(),
  path: pathSchema,
  from: stageSchema.nullable(),
  to: stageSchema,
  at: instantSchema,
  /** Null: a job of the program, or somebody who is no longer here. */
  by: z.string().nullable(),
  reasonCode: z.string().nullable(),
  takenOver: z.boolean(),
});
export type Passage = z.infer<typeof passageSchema>;

/** One gate ahead: what it asks, what is there, who may open it. */
export const gateSchema = z.object({
  to: stageSchema,
  /** Moves by itself when nothing is missing. */
  auto: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  reasons: z.array(z.string()),
  evidence: z.array(findingSchema.extend({ code: evidenceCode })),
  missing: z.int(),
});
export type Gate = z.infer<typeof gateSchema>;

/** What holds a partner back until it is trusted: the most of each, and how much of it is used. */
export const limitNowSchema = z.object({
  /** Whose limits these are; of two the stricter counts. */
  because: z.array(z.enum(LIMITED)),
  dealsMax: z.int().nullable(),
  accruedMinorMax: minorSchema.nullable(),
  discountPpmMax: ppmSchema.nullable(),
  currency: currencySchema,
  used: z.object({ deals: z.int(), accruedMinor: minorSchema }),
});

export const partnerStageSchema = z.object({
  /** Null: a contact outside the conveyor. */
  standing: z
    .object({
      stage: stageSchema,
      path: pathSchema,
      since: instantSchema,
      days: z.int(),
      /** Days a partner usually spends here; null: as long as it goes well. */
      norm: z.int().nullable(),
      returnOn: z.string().nullable(),
      /** Taken as it is: it did not go through the gates. */
      takenOver: z.boolean(),
    })
    .nullable(),
  history: z.array(passageSchema),
  gates: z.array(gateSchema.extend({ can: canSchema })),
  /** Null: nothing holds it back. */
  limit: limitNowSchema.nullable(),
  can: canSchema,
});
export type PartnerStage = z.infer<typeof partnerStageSchema>;

const tag = 'lifecycle';

export const readPartnerStage = operation({
  id: 'readPartnerStage',
  method: 'GET',
  path: '/partners/:partnerId/lifecycle',
  summary: 'Where a partner stands, how it came there, and what each gate ahead asks',
  tag,
  permission: 'lifecycle.read',
  params: stageParams,
  answer: partnerStageSchema,
});

export const movePartner = operation({
  id: 'movePartner',
  method: 'POST',
  path: '/partners/:partnerId/stage',
  summary: 'Move a partner through a gate; refused with what is missing',
  tag,
  permission: 'lifecycle.move',
  params: stageParams,
  body: moveDetails.extend({ to: stageSchema }),
  answer: partnerStageSchema,
});

export const enterConveyor = operation({
  id: 'enterConveyor',
  method: 'POST',
  path: '/partners/:partnerId/lifecycle/entry',
  summary: 'Put a contact into the conveyor: its name and where it came from',
  tag,
  permission: 'lifecycle.enter',
  params: stageParams,
  body: z.strictObject({ path: pathSchema, source: z.enum(SOURCES).default('by_hand') }),
  answer: partnerStageSchema,
  status: 201,
});

export const takeOverPartner = operation({
  id: 'takeOverPartner',
  method: 'POST',
  path: '/partners/:partnerId/lifecycle/take-over',
  summary: 'Take a partner as it is, because it worked with us before: shown and counted as such',
  tag,
  permission: 'lifecycle.take_over',
  params: stageParams,
  body: z.strictObject({
    path: pathSchema,
    stage: z.enum(['agreed', 'working']),
    reasonCode: z.enum(TAKE_OVER_REASONS).default('worked_before'),
    reason: z.string().trim().min(1).max(2_000),
  }),
  answer: partnerStageSchema,
  status: 201,
});

export const changePath = operation({
  id: 'changePath',
  method: 'POST',
  path: '/partners/:partnerId/lifecycle/path',
  summary: 'Lead a partner by another path, before it is approved',
  tag,
  permission: 'lifecycle.move',
  params: stageParams,
  body: z.strictObject({ path: pathSchema, reason: z.string().trim().min(1).max(2_000) }),
  answer: partnerStageSchema,
});
