import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { changeSchema } from './history.ts';
import { basisSchema, FLAGS, SIGNALS, SILENCES } from './parts.ts';

const tag = 'scores';

/** How a partner stands: numbers alone. Trust is null under eight rows of evidence, the pulse before it works with us. */
export const scoreRowSchema = z.object({
  partnerId: idSchema('partner'),
  asOf: z.iso.date(),
  trust: z.int().nullable(),
  evidenceN: z.int(),
  cap: z.int().nullable(),
  capReason: z.enum(FLAGS).nullable(),
  pulse: z.int().nullable(),
  silence: z.enum(SILENCES),
  silenceRatio: z.number().nullable(),
  silenceDays: z.int().nullable(),
  bestSignal: z.enum(SIGNALS).nullable(),
  lastSignalOn: z.iso.date().nullable(),
});
export type ScoreRow = z.infer<typeof scoreRowSchema>;

const ROWS_MAX = 200;

export const listScores = operation({
  id: 'listScores',
  method: 'GET',
  path: '/scores',
  summary: 'Trust, pulse and silence of several partners',
  tag,
  permission: 'score.read',
  query: z.strictObject({
    /** Ids with commas between them. */
    ids: z
      .string()
      .max(ROWS_MAX * 32)
      .transform((text) => [...new Set(text.split(',').filter(Boolean))])
      .pipe(z.array(idSchema('partner')).min(1).max(ROWS_MAX)),
  }),
  answer: z.object({ items: z.array(scoreRowSchema) }),
});

export const historyDaySchema = z.object({
  day: z.iso.date(),
  trust: z.int().nullable(),
  pulse: z.int().nullable(),
  silence: z.enum(SILENCES),
  changes: z.array(changeSchema),
});

/** BG/NBD fitted on this company's partners: an estimate beside the facts, with all it rests on. */
export const estimateSchema = z.object({
  asOf: z.iso.date(),
  alivePpm: z.int(),
  /** Days with a sale expected in the next thirteen weeks. */
  expected: z.number(),
  repeats: z.int(),
  lastWeek: z.number(),
  weeks: z.number(),
  model: z.object({
    fittedOn: z.iso.date(),
    n: z.int(),
    r: z.number(),
    alpha: z.number(),
    a: z.number(),
    b: z.number(),
  }),
});

/** Everything of one partner: both sides see the same (S0.15). */
const whole = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  scores: scoreRowSchema.extend({ basis: basisSchema }).nullable(),
  estimate: estimateSchema.nullable(),
  /** Newest first: each day on which something changed, and because of what (S0.70). */
  history: z.array(historyDaySchema),
  can: z.object({ addEvidence: z.boolean() }),
});

export const readScores = operation({
  id: 'readScores',
  method: 'GET',
  path: '/partners/:partnerId/scores',
  summary:
    'Trust, pulse and silence of a partner: every point with its reasons and rows, and how it came to it',
  tag,
  permission: 'score.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: whole,
});

export const readOwnScores = operation({
  id: 'readOwnScores',
  method: 'GET',
  path: '/portal/scores',
  summary: 'A partner sees its own trust and pulse, the same as the company does',
  tag,
  permission: 'score.read_own',
  answer: whole,
});
