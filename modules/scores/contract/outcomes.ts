import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import * as z from 'zod';

/** «Стало лучше?»: asked of a client some days after it paid first (S0.59). Silent: asked, and no answer came. */
export const OUTCOME_ANSWERS = ['better', 'same', 'worse', 'silent'] as const;
export type OutcomeAnswer = (typeof OUTCOME_ANSWERS)[number];

export const outcomeSchema = z.object({
  id: idSchema('outcome'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  client: z.object({ id: idSchema('client'), name: z.string() }),
  askOn: z.iso.date(),
  answer: z.enum(OUTCOME_ANSWERS).nullable(),
  answeredOn: z.iso.date().nullable(),
  said: z.string().nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const tag = 'scores';

export const listOutcomes = operation({
  id: 'listOutcomes',
  method: 'GET',
  path: '/outcomes',
  summary: 'Clients to ask whether it got better, and what they answered',
  tag,
  permission: 'outcome.read',
  query: z.strictObject({
    ...pageQuery,
    show: z.enum(['to_ask', 'answered']).default('to_ask'),
    partnerId: idSchema('partner').optional(),
  }),
  answer: pageOf(outcomeSchema).extend({
    /** Of all answers there are: how many say it got better (S0.59). Counts, not rates: few answers say little. */
    confirmed: z.object({ better: z.int(), answers: z.int() }),
    can: z.object({ answer: z.boolean() }),
  }),
});

export const answerOutcome = operation({
  id: 'answerOutcome',
  method: 'POST',
  path: '/outcomes/:outcomeId/answer',
  summary: 'What a client answered to «did it get better?», in its own words where it gave any',
  tag,
  permission: 'outcome.answer',
  params: z.strictObject({ outcomeId: idSchema('outcome') }),
  body: z.strictObject({
    answer: z.enum(OUTCOME_ANSWERS),
    answeredOn: z.iso.date(),
    said: z.string().trim().min(1).max(1000).optional(),
  }),
  answer: outcomeSchema,
});
