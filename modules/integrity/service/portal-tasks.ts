import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { businessDate } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import { questionsOfPartner } from '../store/questions.ts';

/** The company asks, and the partner's word is the first thing that clears a flag. */
definePortalTask('integrity.question', async (tx, partnerId) => {
  if (!may(tx, rights, 'question.answer')) return [];
  return (await questionsOfPartner(tx, partnerId))
    .filter(({ answer, closedAt }) => answer === null && closedAt === null)
    .map(({ dueOn }) => ({
      code: 'integrity.question',
      params: {},
      to: '/portal/questions',
      dueOn: businessDate(dueOn),
    }));
});
