import { currencySchema } from '@mosty/kernel/money';
import { instantSchema } from '@mosty/kernel/time';
import { idSchema } from '@mosty/kernel/id';
import { LANGUAGES, operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { KINDS } from './classes.ts';

export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/** «Коротко, по пунктам» (S0.60): all of it fits a page. */
const pointText = plainText(1_000);
export const promiseText = plainText(300);

/** Spaces that do not break are typography, not words: kept plain, or two versions would differ in nothing a reader sees. */
function plainText(most: number) {
  return z
    .string()
    .overwrite((text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim())
    .min(1)
    .max(most);
}

export const promisedSchema = z.strictObject({
  side: z.enum(SIDES),
  words: promiseText,
  dueOn: z.iso.date().nullable().default(null),
});
export type Promised = z.output<typeof promisedSchema>;

/**
 * One side works with nobody else in something (S1.67): never for nothing and never without an end. «bound» is who may
 * not work with others; the other side gives what stands in «inReturn», in money or not.
 */
export const exclusivitySchema = z.strictObject({
  bound: z.enum(SIDES),
  subject: promiseText,
  inReturn: promiseText,
  /** Of the whole span; null: what is given is not money. */
  price: z
    .strictObject({ amountMinor: z.int().min(1), currency: currencySchema })
    .nullable()
    .default(null),
  from: z.iso.date(),
  /** On this day both look at it anew, or it ends. */
  until: z.iso.date(),
  condition: promiseText.nullable().default(null),
});
export type Exclusivity = z.output<typeof exclusivitySchema>;

/** What both sides write down (S0.40, S0.51). */
export const expectationsFields = z.strictObject({
  success: pointText,
  whoAnswers: pointText,
  ifItBreaks: pointText,
  howCounted: pointText,
  promises: z.array(promisedSchema).max(20).default([]),
  /** Off unless somebody writes it down. */
  exclusivity: exclusivitySchema.nullish(),
});
export type Expectations = z.output<typeof expectationsFields>;
export const POINTS = ['success', 'whoAnswers', 'ifItBreaks', 'howCounted'] as const;
export type Point = (typeof POINTS)[number];

export const acceptanceSchema = z.object({
  side: z.enum(SIDES),
  person: z.string(),
  evidence: z.string().nullable(),
  acceptedAt: instantSchema,
});

export const versionSchema = z.object({
  id: idSchema('agreement_version'),
  version: z.int(),
  success: z.string(),
  whoAnswers: z.string(),
  ifItBreaks: z.string(),
  howCounted: z.string(),
  promises: z.array(z.object({ side: z.enum(SIDES), words: z.string(), dueOn: z.string().nullable() })),
  exclusivity: exclusivitySchema.nullable(),
  /** SHA-256 of the whole text; whoever accepts names it, so nobody accepts what they have not seen. */
  bodyHash: z.string(),
  createdAt: instantSchema,
  acceptances: z.array(acceptanceSchema),
});
export type Version = z.infer<typeof versionSchema>;

const agreementParams = z.strictObject({ agreementId: idSchema('agreement') });
const tag = 'agreements';

export const proposeVersion = operation({
  id: 'proposeVersion',
  method: 'POST',
  path: '/agreements/:agreementId/versions',
  summary: 'Write the next version of mutual expectations; the accepted one holds until both accept this',
  tag,
  permission: 'agreement.propose',
  params: agreementParams,
  body: expectationsFields,
  answer: versionSchema,
  status: 201,
});

export const acceptAgreement = operation({
  id: 'acceptAgreement',
  method: 'POST',
  path: '/agreements/:agreementId/acceptances',
  summary: 'Accept a version for one side: person, time and hash are kept for ever',
  tag,
  permission: 'agreement.accept',
  params: agreementParams,
  body: z.strictObject({
    version: z.int().min(1),
    bodyHash: z.string().regex(/^[0-9a-f]{64}$/),
    side: z.enum(SIDES),
    person: z.string().trim().min(1).max(200),
    /** Needed when our people write down what the partner accepted: the letter or paper it is known from. */
    evidence: z.string().trim().min(1).max(1_000).nullish(),
  }),
  answer: versionSchema,
  status: 201,
});

export const versionFile = operation({
  id: 'versionFile',
  method: 'GET',
  path: '/agreements/:agreementId/versions/:version/file',
  summary:
    'A version of mutual expectations as one printable page (PDF): what each side promises and who accepted it',
  tag,
  permission: 'agreement.read',
  params: agreementParams.extend({ version: z.coerce.number().int().min(1) }),
  query: z.strictObject({ language: z.enum(LANGUAGES).default('ru') }),
  answer: z.unknown(),
  produces: 'application/pdf',
});

/** Runs of words of a text that stayed, came or went. */
export const runSchema = z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() });
export type Run = z.infer<typeof runSchema>;

export const differenceSchema = z.object({
  from: z.int(),
  to: z.int(),
  points: z.array(z.object({ point: z.enum(POINTS), changed: z.boolean(), runs: z.array(runSchema) })),
  /** null on both sides: there is none and there was none. */
  exclusivity: z.object({
    changed: z.boolean(),
    before: exclusivitySchema.nullable(),
    after: exclusivitySchema.nullable(),
  }),
  promises: z.array(
    z.object({
      change: z.enum(['same', 'added', 'removed']),
      side: z.enum(SIDES),
      words: z.string(),
      dueOn: z.string().nullable(),
    }),
  ),
});
export type Difference = z.infer<typeof differenceSchema>;

export const compareVersions = operation({
  id: 'compareVersions',
  method: 'GET',
  path: '/agreements/:agreementId/difference',
  summary: 'What changed between two versions, word by word and promise by promise',
  tag,
  permission: 'agreement.read',
  params: agreementParams,
  query: z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  answer: differenceSchema,
});

export const getExpectationsTemplate = operation({
  id: 'getExpectationsTemplate',
  method: 'GET',
  path: '/expectations-templates/:kind',
  summary: 'What expectations of such a partner usually begin with; both sides change it before they accept',
  tag: 'agreements',
  permission: 'agreement.propose',
  params: z.strictObject({ kind: z.enum(KINDS) }),
  query: z.strictObject({ language: z.enum(LANGUAGES).default('ru') }),
  answer: expectationsFields.omit({ exclusivity: true }),
});
