import { countedExampleSchema } from '@mosty/incentives/contract';
import { idSchema } from '@mosty/kernel/id';
import { minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** A line each is a point of the list; together they are what one page says to a stranger. */
export const PROGRAMME_PARTS = ['forWhom', 'weGive', 'theyGive', 'money'] as const;

const part = z.string().trim().min(1).max(4_000);
const wordsSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  lead: z.string().trim().min(1).max(1_000),
  forWhom: part,
  weGive: part,
  theyGive: part,
  /** How money is counted, with an example in figures. */
  money: part,
});
export type ProgrammeWords = z.output<typeof wordsSchema>;
/** In one language, or in both. */
const inLanguages = z.strictObject({ ru: wordsSchema.nullable(), en: wordsSchema.nullable() });
export type ProgrammeTexts = z.output<typeof inLanguages>;

export const programmeSchema = z.object({
  id: idSchema('programme'),
  slug: z.string(),
  words: inLanguages,
  isOpen: z.boolean(),
  /** By which scheme «how money is counted» is shown, on a payment of how much. */
  counts: z.object({ schemeId: idSchema('scheme'), saleMinor: minorSchema }).nullable(),
  changedAt: instantSchema,
  waiting: z.int(),
});
export type Programme = z.infer<typeof programmeSchema>;

const tag = 'programmes';
const params = z.strictObject({ slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/) });

export const listProgrammes = operation({
  id: 'listProgrammes',
  method: 'GET',
  path: '/programmes',
  summary: 'Pages by which strangers apply, with how many wait',
  tag,
  permission: 'application.read',
  answer: z.object({ items: z.array(programmeSchema) }),
});

export const saveProgramme = operation({
  id: 'saveProgramme',
  method: 'PUT',
  path: '/programmes/:slug',
  summary: 'Write the page of a programme at its address, open or closed to strangers',
  tag,
  permission: 'programme.write',
  params,
  body: z.strictObject({
    words: inLanguages,
    isOpen: z.boolean(),
    counts: z
      .strictObject({ schemeId: idSchema('scheme'), saleMinor: z.int().min(1).max(9_000_000_000_000) })
      .nullable()
      .default(null),
  }),
  answer: programmeSchema,
});

const textSchema = z.object({ title: z.string(), body: z.string() });
const textsSchema = z.object({ version: z.int(), bodyHash: z.string(), ru: textSchema, en: textSchema });

export const readProgrammePage = operation({
  id: 'readProgrammePage',
  method: 'GET',
  path: '/public/programmes/:slug',
  summary: 'What the programme page says; no sign-in',
  tag,
  permission: 'public',
  params,
  answer: z.object({
    company: z.string(),
    words: inLanguages,
    /** Null where the page names no scheme, or the scheme is not in force. */
    counted: countedExampleSchema.nullable(),
    honour: textsSchema,
    consent: textsSchema,
  }),
});
export type ProgrammePage = z.infer<typeof readProgrammePage.answer>;
