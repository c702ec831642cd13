import { LANGUAGES, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { KINDS } from './classes.ts';
import { expectationsFields } from './version.ts';

/** Exclusivity is agreed with one partner, never offered to all of a kind (S1.67). */
const sampleFields = expectationsFields.omit({ exclusivity: true });

const sampleSchema = z.object({
  kind: z.enum(KINDS),
  /** 0: nothing of the company's own was ever written. */
  version: z.int(),
  isShipped: z.boolean(),
  body: sampleFields,
  /** Newest first; without a body: the shipped one was brought back. */
  versions: z.array(
    z.object({
      version: z.int(),
      body: sampleFields.nullable(),
      publishedAt: instantSchema,
      person: z.string().nullable(),
    }),
  ),
});
export type Sample = z.infer<typeof sampleSchema>;

export const listSamples = operation({
  id: 'listSamples',
  method: 'GET',
  path: '/expectations-templates',
  summary:
    'What a page of mutual expectations begins with for each kind of partner, with the versions before',
  tag: 'agreements',
  permission: 'agreement.propose',
  query: z.strictObject({ language: z.enum(LANGUAGES).default('ru') }),
  answer: z.object({ items: z.array(sampleSchema), can: z.object({ publish: z.boolean() }) }),
});

export const publishSample = operation({
  id: 'publishSample',
  method: 'POST',
  path: '/expectations-templates/:kind/versions',
  summary: 'The company’s own sample for a kind; without a body the shipped one comes back',
  tag: 'agreements',
  permission: 'sample.publish',
  params: z.strictObject({ kind: z.enum(KINDS) }),
  body: z.strictObject({ language: z.enum(LANGUAGES), body: sampleFields.nullable() }),
  answer: sampleSchema,
  status: 201,
});
