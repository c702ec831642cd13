import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface ReviewRow {
  readonly reviewId: string;
  readonly partnerId: string;
  readonly dueOn: BusinessDate;
}

const AHEAD_DAYS = 14;

/** A quarter nobody looked at together (S0.54). */
export const reviewDue = defineRule<ReviewRow>({
  code: 'review_due',
  liftPpm: 80_000,
  minutes: 45,
  isNewFace: false,
  name: { ru: 'Пора разобрать квартал', en: 'A quarter is to be reviewed' },
  why: (params, partner) => {
    const day = dayOf(params['dueOn']);
    return {
      ru: `Квартал с «${partner}» надо разобрать до ${day.ru}`,
      en: `The quarter with “${partner}” is to be reviewed by ${day.en}`,
    };
  },
  fix: {
    ru: 'Показывать цифры партнёру до разговора',
    en: 'Show the figures to the partner before the talk',
  },
  step: { ru: 'Показать разбор, решить и подписать', en: 'Show the review, decide and sign' },
  find: (rows, { today, money }) =>
    rows.flatMap((row) =>
      daysBetween(today, row.dueOn) > AHEAD_DAYS
        ? []
        : [
            {
              subject: row.reviewId,
              partnerId: row.partnerId,
              stakeMinor: money.of(row.partnerId),
              dueOn: row.dueOn,
              pinned: null,
              params: { dueOn: row.dueOn },
            },
          ],
    ),
});
