import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { defineNotice, tell } from '@mosty/notices';
import { pageOfThreads } from '../store/threads.ts';

defineNotice('feedback.answer_late', {
  kind: 'talk',
  title: { ru: 'Обещанный ответ просрочен', en: 'A promised answer is overdue' },
  text: {
    ru: '«{{partner}}» ждал ответа до {{answerBy}}.',
    en: '“{{partner}}” was promised an answer by {{answerBy}}.',
  },
});

/** So many of the longest waiting in one pass; who was told is not told again. */
const BATCH = 200;

/** Whoever leads the partner hears once for each promised day that it passed. Safe to repeat. */
export function tellLate(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const today = businessDateOf(tx.now(), tx.zone);
    const late = await pageOfThreads(tx, { show: 'late', today, after: null, limit: BATCH });
    for (const { id, partnerId, partnerName, answerBy } of late)
      await tell(tx, {
        code: 'feedback.answer_late',
        to: { keeperOf: partnerId },
        subject: id,
        params: { partner: partnerName, ...(answerBy ? { answerBy: { day: answerBy } } : {}) },
        path: `/talk?open=${id}`,
        onceKey: `${id} ${answerBy}`,
      });
    return late.length;
  });
}

export const lookForLateAnswers: Round = { name: 'feedback.tell_late', run: tellLate };
