import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';

export const answerSchema = z.object({
  id: idSchema('library_answer'),
  question: z.string(),
  answer: z.string(),
  forPartners: z.boolean(),
  state: z.enum(['published', 'archived']),
  owner: z.string().nullable(),
  confirmedOn: z.string(),
  isStale: z.boolean(),
});
export type LibraryAnswer = z.infer<typeof answerSchema>;

const tag = 'library';
const params = z.strictObject({ answerId: idSchema('library_answer') });
const body = z.strictObject({
  question: z.string().trim().min(3).max(300),
  answer: z.string().trim().min(1).max(4000),
  /** Otherwise it is for our own people only. */
  forPartners: z.boolean().default(true),
});

export const ANSWER_SHOWS = ['published', 'stale', 'own', 'archived'] as const;

export const listAnswers = operation({
  id: 'listAnswers',
  method: 'GET',
  path: '/library/answers',
  summary: 'One answer to one question; people of a partner read those written for partners',
  tag,
  permission: 'library.read',
  query: z.strictObject({
    ...pageQuery,
    q: z.string().max(200).optional(),
    show: z.enum(ANSWER_SHOWS).default('published'),
  }),
  answer: pageOf(answerSchema),
});

export const writeAnswer = operation({
  id: 'writeAnswer',
  method: 'POST',
  path: '/library/answers',
  summary: 'Writes the answer to a question; a question that is answered is not answered twice',
  tag,
  permission: 'library.edit',
  body,
  answer: z.object({ id: idSchema('library_answer') }),
  status: 201,
});

export const changeAnswer = operation({
  id: 'changeAnswer',
  method: 'PUT',
  path: '/library/answers/:answerId',
  summary: 'Answers better, or takes a question into the archive and back',
  tag,
  permission: 'library.edit',
  params,
  body: body.extend({ state: z.enum(['published', 'archived']).default('published') }),
  answer: z.object({ id: idSchema('library_answer') }),
});
