import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/questions.ts';
import { rights } from '../policy.ts';
import { answerOwnQuestion } from '../service/ask-partner.ts';
import { todayOf } from '../service/show-flag.ts';
import { questionsOfPartner } from '../store/questions.ts';

export const questionRoutes: readonly Served[] = [
  serve(api.listQuestions, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'question.read');
      const { actor } = tx;
      const partnerId = actor.type === 'person' ? actor.partnerId : null;
      const questions = partnerId === null ? [] : await questionsOfPartner(tx, partnerId);
      const today = todayOf(tx);
      return {
        items: questions.map((one) => ({
          ...one,
          isClosed: one.closedAt !== null,
          isLate: one.answer === null && one.closedAt === null && one.dueOn < today,
        })),
      };
    }),
  ),
  serve(api.answerPartnerQuestion, (ctx, { params, body }) => answerOwnQuestion(ctx, { ...params, ...body })),
];
