import { defineRule } from '../rule.ts';
import { days } from './days.ts';

export interface SilentRow {
  readonly partnerId: string;
  readonly state: 'fading' | 'silent';
  readonly days: number;
}

/** Whoever is silent left something unsaid; whoever fades can still be asked (S1.59, S1.66). */
export const silence = defineRule<SilentRow>({
  code: 'silence',
  liftPpm: 250_000,
  minutes: 30,
  isNewFace: false,
  name: { ru: 'Затихает или молчит', en: 'Fading or silent' },
  why: (params, partner) => {
    const count = days(Number(params['days']));
    return params['state'] === 'silent'
      ? { ru: `«${partner}» молчит ${count.ru}`, en: `“${partner}” has been silent for ${count.en}` }
      : {
          ru: `«${partner}» затихает: последний сигнал ${count.ru} назад`,
          en: `“${partner}” is fading: the last signal was ${count.en} ago`,
        };
  },
  fix: {
    ru: 'Спросить, что стало неудобно, и убрать одно препятствие',
    en: 'Ask what became awkward and remove one obstacle',
  },
  step: { ru: 'Позвонить и договориться об одном совместном деле', en: 'Call and agree on one joint item' },
  find: (rows, { money }) =>
    rows.map((row) => ({
      subject: row.partnerId,
      partnerId: row.partnerId,
      stakeMinor: money.of(row.partnerId),
      dueOn: null,
      pinned: null,
      params: { state: row.state, days: row.days },
      liftPpm: row.state === 'silent' ? 250_000 : 150_000,
    })),
});
