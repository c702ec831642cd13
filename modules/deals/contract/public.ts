import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { dealTag } from './deal.ts';
import { registrantClientSchema, registrationAnswerSchema } from './registration.ts';

const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
export const FORM_LANGUAGES = ['ru', 'en'] as const;

export const dealFormSchema = z.object({
  token: tokenSchema,
  title: z.string(),
  consentText: z.string(),
  partner: z.object({ id: z.string(), name: z.string() }).nullable(),
  agreementId: idSchema('agreement').nullable(),
  createdAt: instantSchema,
  closedAt: instantSchema.nullable(),
  registered: z.int(),
});

export const listDealForms = operation({
  id: 'listDealForms',
  method: 'GET',
  path: '/deal-forms',
  summary: 'Forms through which clients are handed over without signing in',
  tag: dealTag,
  permission: 'deal.decide',
  answer: z.object({ items: z.array(dealFormSchema) }),
});

export const openDealForm = operation({
  id: 'openDealForm',
  method: 'POST',
  path: '/deal-forms',
  summary: 'Open a form: of the company, or of one agreement, whose partner it then registers for',
  tag: dealTag,
  permission: 'deal.decide',
  body: z.strictObject({
    title: z.string().trim().min(1).max(300),
    consentText: z.string().trim().min(1).max(4_000),
    agreementId: idSchema('agreement').optional(),
  }),
  answer: dealFormSchema,
  status: 201,
});

export const closeDealForm = operation({
  id: 'closeDealForm',
  method: 'POST',
  path: '/deal-forms/:token/closure',
  summary: 'Close a form; what came through it stays',
  tag: dealTag,
  permission: 'deal.decide',
  params: z.strictObject({ token: tokenSchema }),
  answer: dealFormSchema,
});

export const readDealForm = operation({
  id: 'readDealForm',
  method: 'GET',
  path: '/public/deal-forms/:token',
  summary: 'What the form says; no sign-in',
  tag: dealTag,
  permission: 'public',
  params: z.strictObject({ token: tokenSchema }),
  answer: z.object({
    company: z.string(),
    language: z.enum(FORM_LANGUAGES),
    title: z.string(),
    consentText: z.string(),
    /** Of one partner, so nobody is asked who they are. */
    isOfPartner: z.boolean(),
  }),
});

export const fillDealForm = operation({
  id: 'fillDealForm',
  method: 'POST',
  path: '/public/deal-forms/:token',
  summary: 'Hand over a client without signing in; no sign-in',
  tag: dealTag,
  permission: 'public',
  params: z.strictObject({ token: tokenSchema }),
  body: z.strictObject({
    client: registrantClientSchema,
    /** Who hands the client over, in their own words. */
    registrant: z.string().trim().min(1).max(300).optional(),
    agreed: z.literal(true),
    /** People do not see this field; programs fill it. */
    fax: z.string().max(500).optional(),
  }),
  answer: registrationAnswerSchema.pick({ number: true, answer: true, answerDueAt: true }),
  status: 201,
});

export const openHandover = operation({
  id: 'openHandover',
  method: 'POST',
  path: '/public/handover',
  summary: 'What the letter asks the client; no sign-in',
  tag: dealTag,
  permission: 'public',
  body: z.strictObject({ token: tokenSchema }),
  answer: z.object({
    company: z.string(),
    language: z.enum(FORM_LANGUAGES),
    client: z.string(),
    /** Who wants to hand the client over. */
    partner: z.string().nullable(),
    agreed: z.boolean().nullable(),
  }),
});

export const answerHandover = operation({
  id: 'answerHandover',
  method: 'POST',
  path: '/public/handover/answer',
  summary: 'Yes, hand over, or no; once; no sign-in',
  tag: dealTag,
  permission: 'public',
  body: z.strictObject({ token: tokenSchema, agreed: z.boolean() }),
  answer: z.object({ agreed: z.boolean() }),
});
