import { KINDS } from '@mosty/agreements/contract';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** Training on the product, the audience and the logic of selling, then a scenario together and first deals (S3.40). */
export const PARTS = ['product', 'audience', 'sales_logic', 'joint_scenario', 'first_deals'] as const;
export type Part = (typeof PARTS)[number];

/** What is done before the pilot; first deals are the pilot itself. */
export const BEFORE_PILOT: readonly Part[] = ['product', 'audience', 'sales_logic', 'joint_scenario'];

export const STEP_SIDES = ['ours', 'theirs'] as const;
export type StepSide = (typeof STEP_SIDES)[number];

const line = z.string().trim().min(1).max(300);
const text = z.string().trim().min(1).max(2_000);

const stepWords = z.strictObject({ title: line, what: text });

const question = z.strictObject({
  ru: z.strictObject({ ask: line, options: z.array(line).min(2).max(5) }),
  en: z.strictObject({ ask: line, options: z.array(line).min(2).max(5) }),
  /** The place of the right option, from 0. */
  right: z.int().min(0).max(4),
});

export const pathStep = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  part: z.enum(PARTS),
  side: z.enum(STEP_SIDES),
  /** Working days after the first step. */
  days: z.int().min(0).max(120),
  /** Whose step it is; empty: of every kind. */
  kinds: z.array(z.enum(KINDS)).max(KINDS.length),
  ru: stepWords,
  en: stepWords,
  /** A short test: the step is done when every answer is right (S3.6). */
  questions: z.array(question).max(5),
});
export type PathStep = z.infer<typeof pathStep>;

export const pathBody = z.strictObject({ steps: z.array(pathStep).min(1).max(40) });
export type PathBody = z.infer<typeof pathBody>;

export const pathSchema = z.object({
  /** 0: as the program ships it. */
  version: z.int(),
  body: pathBody,
  publishedAt: instantSchema.nullable(),
  reason: z.string().nullable(),
});

/** The path that holds, beside the one the program ships: to go back to it. */
export const shownPath = pathSchema.extend({ shipped: pathBody });
export type ShownPath = z.infer<typeof shownPath>;

export const readLaunchPath = operation({
  id: 'readLaunchPath',
  method: 'GET',
  path: '/launch-path',
  summary: 'The path to the first result by kind of partner, as the company writes it',
  tag: 'onboarding',
  permission: 'launch.read_all',
  answer: shownPath,
});

export const publishLaunchPath = operation({
  id: 'publishLaunchPath',
  method: 'POST',
  path: '/launch-path/versions',
  summary: 'The next version of the path, with a reason; launches that began keep theirs',
  tag: 'onboarding',
  permission: 'launch.publish_path',
  body: z.strictObject({ body: pathBody, reason: z.string().trim().min(1).max(500) }),
  answer: pathSchema,
  status: 201,
});
