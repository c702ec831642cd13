import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface PromiseRow {
  readonly promiseId: string;
  readonly partnerId: string;
  readonly dueOn: BusinessDate;
  readonly isMissed: boolean;
}

const AHEAD_DAYS = 7;

/** What we promised and have not done: our own fault, which no partner has to remind us of. */
export const ourPromise = defineRule<PromiseRow>({
  code: 'our_promise',
  liftPpm: 300_000,
  minutes: 25,
  isNewFace: false,
  name: { ru: 'Наше обещание', en: 'A promise of ours' },
  why: (params, partner) => {
    const day = dayOf(params['dueOn']);
    return params['late'] === 1
      ? {
          ru: `Мы не сдержали обещание «${partner}»: срок был ${day.ru}`,
          en: `We did not keep a promise to “${partner}”: it was due on ${day.en}`,
        }
      : {
          ru: `Мы обещали «${partner}» к ${day.ru}`,
          en: `We promised “${partner}” something by ${day.en}`,
        };
  },
  fix: { ru: 'Обещать только то, у чего есть хозяин', en: 'Promise only what has an owner' },
  step: {
    ru: 'Сделать обещанное или честно назвать новый день',
    en: 'Do what was promised or honestly name another day',
  },
  find: (rows, { today, money }) =>
    rows.flatMap((row) =>
      !row.isMissed && daysBetween(today, row.dueOn) > AHEAD_DAYS
        ? []
        : [
            {
              subject: row.promiseId,
              partnerId: row.partnerId,
              stakeMinor: money.of(row.partnerId),
              dueOn: row.dueOn,
              pinned: null,
              params: { dueOn: row.dueOn, late: row.isMissed || row.dueOn < today ? 1 : 0 },
            },
          ],
    ),
});
