import type { BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { days } from './days.ts';

export interface LaunchRow {
  readonly launchId: string;
  readonly partnerId: string;
  readonly kind: string | null;
  readonly beganOn: BusinessDate | null;
  readonly touchedOn: BusinessDate;
  readonly hasSold: boolean;
  /** Median of days to the first sale of this kind here; null while nobody of the kind sold. */
  readonly usualDays: number | null;
}

const QUIET_DAYS = 5;

/** Do not send a kit and vanish (S1.17). */
export const launchQuiet = defineRule<LaunchRow>({
  code: 'launch_quiet',
  liftPpm: 220_000,
  minutes: 25,
  isNewFace: false,
  name: { ru: 'Запуск без движения', en: 'A launch without steps' },
  why: (params, partner) => {
    const count = days(Number(params['days']));
    return {
      ru: `В запуске «${partner}» ничего не сделано: ${count.ru} (рабочих)`,
      en: `Nothing was done in the launch of “${partner}”: ${count.en} (working)`,
    };
  },
  fix: { ru: 'Убрать шаг, на котором партнёр остановился', en: 'Remove the step where the partner stopped' },
  step: { ru: 'Пройти следующий шаг вместе на созвоне', en: 'Go through the next step together on a call' },
  find: (rows, { money, workingDaysSince }) =>
    rows.flatMap((row) => {
      const count = workingDaysSince(row.touchedOn);
      return count < QUIET_DAYS
        ? []
        : [
            {
              subject: row.launchId,
              partnerId: row.partnerId,
              stakeMinor: money.medianOf(row.kind),
              dueOn: null,
              pinned: null,
              params: { days: count },
            },
          ];
    }),
});
