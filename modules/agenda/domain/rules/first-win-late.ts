import { addDays, daysBetween } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { days } from './days.ts';
import type { LaunchRow } from './launch-quiet.ts';

/** A first result in the first month decides more than anything later (S1.20, S1.55). */
export const firstWinLate = defineRule<LaunchRow>({
  code: 'first_win_late',
  liftPpm: 220_000,
  minutes: 40,
  isNewFace: false,
  name: { ru: 'Первый результат запаздывает', en: 'First result is late' },
  why: (params, partner) => {
    const count = days(Number(params['days']));
    const usual = days(Number(params['usual']));
    return {
      ru: `«${partner}» в запуске ${count.ru}, а обычно первый результат приходит за ${usual.ru}`,
      en: `“${partner}” has been in launch for ${count.en}; the first result usually comes within ${usual.en}`,
    };
  },
  fix: { ru: 'Сузить запуск до одного клиента', en: 'Narrow the launch to one client' },
  step: {
    ru: 'Выбрать вместе одного клиента и провести встречу втроём',
    en: 'Choose one client together and meet, the three of us',
  },
  find: (rows, { today, money }) =>
    rows.flatMap((row) => {
      if (row.hasSold || row.beganOn === null || row.usualDays === null) return [];
      const count = daysBetween(row.beganOn, today);
      return count <= row.usualDays
        ? []
        : [
            {
              subject: row.launchId,
              partnerId: row.partnerId,
              stakeMinor: money.medianOf(row.kind),
              dueOn: addDays(row.beganOn, row.usualDays),
              pinned: null,
              params: { days: count, usual: row.usualDays },
            },
          ];
    }),
});
