import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { questionSchema } from './flags.ts';

const tag = 'integrity';

/** What the partner is asked and what it answered: of the flag itself it sees nothing else. */
export const listQuestions = operation({
  id: 'listOwnQuestions',
  method: 'GET',
  path: '/questions',
  summary: 'What the partner is asked: unanswered first',
  tag,
  permission: 'question.read',
  answer: z.object({ items: z.array(questionSchema.extend({ isClosed: z.boolean() })) }),
});

export const answerPartnerQuestion = operation({
  id: 'answerOwnQuestion',
  method: 'POST',
  path: '/questions/:questionId/answer',
  summary: 'Answer as the partner; once',
  tag,
  permission: 'question.answer',
  params: z.strictObject({ questionId: idSchema('flag_question') }),
  body: z.strictObject({ answer: z.string().trim().min(1).max(4_000) }),
  answer: z.object({ id: idSchema('flag_question') }),
});
