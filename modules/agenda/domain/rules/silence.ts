import { defineRule } from '../rule.ts';
import { days } from './days.ts';

export interface SilentRow {
  readonly partnerId: string;
  readonly state: 'fading' | 'silent';
  readonly days: number;
  /** Of the 90 days before the last signal, the larger class: what they bring when they speak. */
  readonly marginBefore: bigint;
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
      // After two months of silence the last 90 days are almost empty, and that is not what is at stake.
      stakeMinor: larger(money.of(row.partnerId), row.marginBefore),
      dueOn: null,
      pinned: null,
      params: { state: row.state, days: row.days },
      liftPpm: row.state === 'silent' ? 250_000 : 150_000,
    })),
});

const larger = (a: bigint, b: bigint) => (a > b ? a : b);
