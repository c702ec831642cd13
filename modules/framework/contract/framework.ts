import { KINDS } from '@mosty/agreements/contract';
import { TRACKS } from '@mosty/directory/contract';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What a threshold is measured by: paid sales of which the partner was the source, or their sum in the company's currency. */
export const METRICS = ['sales', 'paid_minor'] as const;
export type Metric = (typeof METRICS)[number];

const line = z.string().trim().min(1).max(600);

/** Who such a partner is, what we expect of them and what we give (S1.28). */
const kindWords = z.strictObject({ who: line, expect: line, give: line });

export const kindEntry = z.strictObject({ kind: z.enum(KINDS), ru: kindWords, en: kindWords });

/** What everybody of a track is given, and how often we are in touch (S1.23–S1.27). */
export const trackEntry = z.strictObject({
  track: z.enum(TRACKS),
  touchesAMonth: z.int().min(0).max(60),
  ru: z.array(line).max(12),
  en: z.array(line).max(12),
});

/** A line that may be crossed: the numbers propose, a person decides (S1.33). */
export const thresholdEntry = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  /** Of which kind's agreement; null: of any. */
  fromKind: z.enum(KINDS).nullable(),
  toKind: z.enum(KINDS).nullable(),
  fromTrack: z.enum(TRACKS).nullable(),
  toTrack: z.enum(TRACKS).nullable(),
  metric: z.enum(METRICS),
  /** Whole months before this one. */
  months: z.int().min(1).max(36),
  /** `at_least` reaches it, `at_most` falls to it. */
  comparison: z.enum(['at_least', 'at_most']),
  value: z.int().min(0),
});
export type Threshold = z.infer<typeof thresholdEntry>;

export const frameworkBody = z.strictObject({
  /** Every kind there is, each once. */
  kinds: z.array(kindEntry).min(1).max(KINDS.length),
  /** Both tracks. */
  tracks: z.array(trackEntry).min(1).max(TRACKS.length),
  thresholds: z.array(thresholdEntry).max(30),
});
export type FrameworkBody = z.infer<typeof frameworkBody>;

export const frameworkSchema = z.object({
  /** 0: as the program ships it. */
  version: z.int(),
  body: frameworkBody,
  publishedAt: instantSchema.nullable(),
  reason: z.string().nullable(),
  can: z.object({ publish: z.boolean(), decide: z.boolean() }),
});
export type Framework = z.infer<typeof frameworkSchema>;

const tag = 'framework';

export const readFramework = operation({
  id: 'readFramework',
  method: 'GET',
  path: '/framework',
  summary:
    'Kinds of partners, what each side expects and gives, tracks and thresholds: readable by everybody (S1.35)',
  tag,
  permission: 'framework.read',
  answer: frameworkSchema,
});

export const publishFramework = operation({
  id: 'publishFramework',
  method: 'POST',
  path: '/framework/versions',
  summary: 'The next version of the living document, with a reason; versions before it stay',
  tag,
  permission: 'framework.publish',
  body: z.strictObject({ body: frameworkBody, reason: z.string().trim().min(1).max(500) }),
  answer: frameworkSchema,
  status: 201,
});

export const listFrameworkVersions = operation({
  id: 'listFrameworkVersions',
  method: 'GET',
  path: '/framework/versions',
  summary: 'How the document came to be what it is, newest first',
  tag,
  permission: 'framework.read',
  answer: z.object({
    items: z.array(z.object({ version: z.int(), publishedAt: instantSchema, reason: z.string() })),
  }),
});
