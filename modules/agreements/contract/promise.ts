import { instantSchema } from '@mosty/kernel/time';
import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { promiseText, SIDES } from './version.ts';

/** How a promise went. Nothing else: social capital is a proven ability to keep one's word (S0.11). */
export const OUTCOMES = ['kept', 'missed', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const promiseSchema = z.object({
  id: idSchema('promise'),
  agreementId: idSchema('agreement'),
  /** The version that made it; null when it was given between versions. */
  version: z.int().nullable(),
  side: z.enum(SIDES),
  words: z.string(),
  dueOn: z.string().nullable(),
  createdAt: instantSchema,
  outcome: z.enum(OUTCOMES).nullable(),
  outcomeAt: instantSchema.nullable(),
  outcomeNote: z.string().nullable(),
});
export type AgreementPromise = z.infer<typeof promiseSchema>;

const tag = 'promises';

export const listPromises = operation({
  id: 'listPromises',
  method: 'GET',
  path: '/partners/:partnerId/promises',
  summary: 'Promises of both sides: open ones by due day, then how the others went',
  tag,
  permission: 'agreement.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({ items: z.array(promiseSchema) }),
});

export const addPromise = operation({
  id: 'addPromise',
  method: 'POST',
  path: '/agreements/:agreementId/promises',
  summary: 'Write down a promise given between versions',
  tag,
  permission: 'promise.write',
  params: z.strictObject({ agreementId: idSchema('agreement') }),
  body: z.strictObject({ side: z.enum(SIDES), words: promiseText, dueOn: z.iso.date().nullish() }),
  answer: promiseSchema,
  status: 201,
});

export const settlePromise = operation({
  id: 'settlePromise',
  method: 'POST',
  path: '/promises/:promiseId/outcome',
  summary: 'Kept, missed or withdrawn; the last two with a note. Said once',
  tag,
  permission: 'promise.write',
  params: z.strictObject({ promiseId: idSchema('promise') }),
  body: z.strictObject({ outcome: z.enum(OUTCOMES), note: z.string().trim().min(1).max(1_000).nullish() }),
  answer: promiseSchema,
});
