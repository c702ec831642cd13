import type { BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { days } from './days.ts';

export interface ThreadRow {
  readonly threadId: string;
  readonly partnerId: string;
  readonly movedOn: BusinessDate;
  readonly answerBy: BusinessDate;
}

const LONG_DAYS = 10;

/** A question or an idea that waits longer than was promised, or ten working days (S1.45). */
export const feedbackWaiting = defineRule<ThreadRow>({
  code: 'feedback_waiting',
  liftPpm: 150_000,
  minutes: 15,
  isNewFace: false,
  name: { ru: 'Партнёр ждёт ответа', en: 'A partner waits for an answer' },
  why: (params, partner) => {
    const count = days(Number(params['days']));
    return {
      ru: `«${partner}» ждёт ответа ${count.ru} (рабочих)`,
      en: `“${partner}” has waited for an answer for ${count.en} (working)`,
    };
  },
  fix: {
    ru: 'Отвечать в обещанный день, хотя бы «ещё не знаем»',
    en: 'Answer on the promised day, if only “we do not know yet”',
  },
  step: { ru: 'Ответить и назвать решение', en: 'Answer and name the decision' },
  find: (rows, { today, money, workingDaysSince }) =>
    rows.flatMap((row) => {
      const count = workingDaysSince(row.movedOn);
      if (row.answerBy >= today && count <= LONG_DAYS) return [];
      return [
        {
          subject: row.threadId,
          partnerId: row.partnerId,
          stakeMinor: money.of(row.partnerId),
          dueOn: row.answerBy,
          pinned: null,
          params: { days: count },
        },
      ];
    }),
});
