import { idSchema } from '@mosty/kernel/id';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { pathSchema, STAGES, stageSchema, type Stage } from './stages.ts';

const filters = {
  ownerMemberId: z.union([idSchema('member'), z.literal('nobody')]).optional(),
  path: pathSchema.optional(),
  q: z.string().max(200).optional(),
};

export const cardSchema = z.object({
  partnerId: idSchema('partner'),
  name: z.string(),
  purpose: z.string().nullable(),
  city: z.string().nullable(),
  ownerMemberId: idSchema('member').nullable(),
  stage: stageSchema,
  path: pathSchema,
  since: instantSchema,
  days: z.int(),
  norm: z.int().nullable(),
  returnOn: z.string().nullable(),
  takenOver: z.boolean(),
});
export type Card = z.infer<typeof cardSchema>;

export const columnSchema = z.object({
  stage: stageSchema,
  norm: z.int().nullable(),
  count: z.int(),
  overdue: z.int(),
  /** Longest there first, at most 50; the rest is in the list of the stage. */
  cards: z.array(cardSchema),
});
export type PipelineColumn = z.infer<typeof columnSchema>;

const tag = 'pipeline';

export const readPipeline = operation({
  id: 'readPipeline',
  method: 'GET',
  path: '/pipeline',
  summary: 'Partners by stage, with days in it against the norm',
  tag,
  permission: 'lifecycle.read',
  query: z.strictObject(filters),
  answer: z.object({ columns: z.array(columnSchema), takenOver: z.int() }),
});

export const listStage = operation({
  id: 'listStage',
  method: 'GET',
  path: '/pipeline/partners',
  summary: 'Partners in one stage, longest there first',
  tag,
  permission: 'lifecycle.read',
  query: z.strictObject({ ...pageQuery, ...filters, stage: stageSchema.optional() }),
  answer: pageOf(cardSchema),
});

export const exportStage = exportOf(listStage, { id: 'exportStage', permission: 'lifecycle.export' });

export const readNextSteps = operation({
  id: 'readNextSteps',
  method: 'GET',
  path: '/pipeline/next-steps',
  summary: 'For these partners, the next stage and how much its gate still misses',
  tag,
  permission: 'lifecycle.read',
  query: z.strictObject({
    partnerIds: z
      .string()
      .max(2_500)
      .transform((text) => text.split(','))
      .pipe(z.array(idSchema('partner')).min(1).max(50)),
  }),
  answer: z.object({
    items: z.array(z.object({ partnerId: idSchema('partner'), to: stageSchema, missing: z.int() })),
  }),
});

/** One stage over a time: who came, who went on, who was declined from it, and how long they stayed. */
export const conversionSchema = z.object({
  from: z.string(),
  to: z.string(),
  stages: z.array(
    z.object({
      stage: stageSchema,
      entered: z.int(),
      wentOn: z.int(),
      declined: z.int(),
      stillHere: z.int(),
      medianDays: z.int().nullable(),
    }),
  ),
  /** Candidates decided in the time; accepting nearly everybody is a trap (S0.8). */
  acceptance: z.object({
    decided: z.int(),
    approved: z.int(),
    sharePpm: z.int().nullable(),
    tooMany: z.boolean(),
  }),
});
export type Conversion = z.infer<typeof conversionSchema>;

export const readConversion = operation({
  id: 'readConversion',
  method: 'GET',
  path: '/pipeline/conversion',
  summary: 'How partners went through the stages in a time, and the share of candidates accepted',
  tag,
  permission: 'lifecycle.read',
  query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  answer: conversionSchema,
});

const normDays = z.int().min(1).max(730).nullable();
export const normsSchema = z.strictObject(
  Object.fromEntries(STAGES.map((stage) => [stage, normDays])) as Record<Stage, typeof normDays>,
);
export type Norms = z.infer<typeof normsSchema>;

export const readNorms = operation({
  id: 'readNorms',
  method: 'GET',
  path: '/pipeline/norms',
  summary: 'Days a partner usually spends in each stage; null where there is no norm',
  tag,
  permission: 'lifecycle.read',
  answer: z.object({ norms: normsSchema }),
});

export const setNorms = operation({
  id: 'setNorms',
  method: 'PUT',
  path: '/pipeline/norms',
  summary: 'Set the norms of stages; those left out stay',
  tag,
  permission: 'lifecycle.set_norms',
  body: z.strictObject({ norms: z.partialRecord(stageSchema, z.int().min(1).max(730).nullable()) }),
  answer: z.object({ norms: normsSchema }),
});
