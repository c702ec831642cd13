import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface StatementRow {
  readonly statementId: string;
  readonly partnerId: string;
  readonly month: string;
  readonly state: 'sent' | 'objected';
  readonly answerBy: BusinessDate | null;
  readonly amountMinor: bigint;
}

const SOON_DAYS = 5;

/** A partner's report that the partner has not answered and soon will not be able to; or one with an objection. */
export const statementUnanswered = defineRule<StatementRow>({
  code: 'statement_unanswered',
  liftPpm: 300_000,
  minutes: 15,
  isNewFace: false,
  name: { ru: 'Отчёт партнёра без ответа', en: 'A statement without an answer' },
  why: (params, partner) => {
    const day = dayOf(params['answerBy']);
    return params['state'] === 'objected'
      ? {
          ru: `«${partner}» возразил на отчёт за ${params['month']}`,
          en: `“${partner}” objected to the statement for ${params['month']}`,
        }
      : {
          ru: `«${partner}» не ответил на отчёт за ${params['month']}; последний день – ${day.ru}`,
          en: `“${partner}” has not answered the statement for ${params['month']}; the last day is ${day.en}`,
        };
  },
  fix: { ru: 'Объяснить цифру, о которой спорят', en: 'Explain the figure in question' },
  step: { ru: 'Сверить отчёт вместе с партнёром', en: 'Go through the statement with the partner' },
  find: (rows, { today }) =>
    rows.flatMap((row) => {
      const isSoon = row.answerBy !== null && daysBetween(today, row.answerBy) <= SOON_DAYS;
      if (row.state === 'sent' && !isSoon) return [];
      return [
        {
          subject: row.statementId,
          partnerId: row.partnerId,
          stakeMinor: row.amountMinor < 0n ? -row.amountMinor : row.amountMinor,
          dueOn: row.answerBy,
          pinned: row.state === 'objected' ? ('money' as const) : null,
          params: { state: row.state, month: row.month, answerBy: row.answerBy },
        },
      ];
    }),
});
