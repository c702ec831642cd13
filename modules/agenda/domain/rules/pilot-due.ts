import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface PilotRow {
  readonly pilotId: string;
  readonly partnerId: string;
  readonly endsOn: BusinessDate;
  readonly kind: string | null;
}

const AHEAD_DAYS = 7;

/** A pilot without a verdict turns into a habit. */
export const pilotDue = defineRule<PilotRow>({
  code: 'pilot_due',
  liftPpm: 250_000,
  minutes: 30,
  isNewFace: false,
  name: { ru: 'Пилот ждёт решения', en: 'A pilot waits for a verdict' },
  why: (params, partner) => {
    const day = dayOf(params['endsOn']);
    return {
      ru: `Пилот с «${partner}» – решение к ${day.ru}`,
      en: `The pilot with “${partner}” is to be decided by ${day.en}`,
    };
  },
  fix: { ru: 'Смотреть на критерии, а не на впечатление', en: 'Look at the criteria, not at the impression' },
  step: { ru: 'Решить: масштаб, доработать или разойтись', en: 'Decide: scale, rework or part' },
  find: (rows, { today, money }) =>
    rows.flatMap((row) =>
      daysBetween(today, row.endsOn) > AHEAD_DAYS
        ? []
        : [
            {
              subject: row.pilotId,
              partnerId: row.partnerId,
              stakeMinor: money.medianOf(row.kind),
              dueOn: row.endsOn,
              pinned: null,
              params: { endsOn: row.endsOn },
            },
          ],
    ),
});
