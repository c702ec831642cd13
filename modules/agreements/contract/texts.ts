import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What is accepted apart from an agreement: ten rules for both sides, and a consent that stands by itself. */
export const TEXT_KINDS = ['code_of_honour', 'personal_data'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

const wordsSchema = z.strictObject({
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
});
const inBoth = z.strictObject({ ru: wordsSchema, en: wordsSchema });

const saidSchema = z.object({
  version: z.int(),
  person: z.string(),
  evidence: z.string().nullable(),
  saidAt: instantSchema,
});

export const textSchema = z.object({
  kind: z.enum(TEXT_KINDS),
  /** 0: as the program ships it, until the company writes its own. */
  version: z.int(),
  words: inBoth,
  bodyHash: z.string(),
  publishedAt: instantSchema.nullable(),
  /** The company's own word for this version; a consent needs none of it. */
  ours: saidSchema.nullable(),
});
export type CompanyText = z.infer<typeof textSchema>;

/** What a partner's people said of each text, newest version first. */
export const partnerTextSchema = textSchema.extend({
  theirs: saidSchema.nullable(),
  /** Consent was taken back after it had been given. */
  withdrawnAt: instantSchema.nullable(),
});
export type PartnerText = z.infer<typeof partnerTextSchema>;

const tag = 'agreements';
const kindParams = z.strictObject({ kind: z.enum(TEXT_KINDS) });
const partnerParams = z.strictObject({ partnerId: idSchema('partner') });
const personText = z.string().trim().min(1).max(200);
const evidenceText = z.string().trim().min(1).max(1_000);

export const listTexts = operation({
  id: 'listTexts',
  method: 'GET',
  path: '/texts',
  summary: 'The code of honour and the consent to the handling of personal data, in both languages',
  tag,
  permission: 'text.read',
  answer: z.object({ items: z.array(textSchema), can: z.object({ publish: z.boolean() }) }),
});

export const publishText = operation({
  id: 'publishText',
  method: 'POST',
  path: '/texts/:kind/versions',
  summary: 'The company’s own words; who accepted the version before is asked anew',
  tag,
  permission: 'text.publish',
  params: kindParams,
  body: inBoth,
  answer: textSchema,
  status: 201,
});

export const acceptOurText = operation({
  id: 'acceptOurText',
  method: 'POST',
  path: '/texts/:kind/acceptance',
  summary: 'The company accepts its own code, by a named person',
  tag,
  permission: 'text.publish',
  params: kindParams,
  body: z.strictObject({ bodyHash: z.string().max(64), person: personText }),
  answer: textSchema,
  status: 201,
});

export const listPartnerTexts = operation({
  id: 'listPartnerTexts',
  method: 'GET',
  path: '/partners/:partnerId/texts',
  summary: 'Which texts the partner accepted, who did it and when',
  tag,
  permission: 'text.read',
  params: partnerParams,
  answer: z.object({ items: z.array(partnerTextSchema) }),
});

export const acceptText = operation({
  id: 'acceptText',
  method: 'POST',
  path: '/partners/:partnerId/texts/:kind/acceptance',
  summary: 'The partner accepts a text; ours write it down with the evidence it is known from',
  tag,
  permission: 'agreement.accept',
  params: partnerParams.extend(kindParams.shape),
  body: z.strictObject({
    bodyHash: z.string().max(64),
    person: personText,
    evidence: evidenceText.nullish(),
  }),
  answer: partnerTextSchema,
  status: 201,
});

export const withdrawConsent = operation({
  id: 'withdrawConsent',
  method: 'POST',
  path: '/partners/:partnerId/texts/personal_data/withdrawal',
  summary: 'The consent to the handling of personal data is taken back',
  tag,
  permission: 'agreement.accept',
  params: partnerParams,
  body: z.strictObject({ person: personText, evidence: evidenceText.nullish() }),
  answer: partnerTextSchema,
  status: 201,
});
