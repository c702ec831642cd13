import { defineRule } from '../rule.ts';

export interface CrossingRow {
  readonly crossingId: string;
  readonly partnerId: string;
}

/** A partner grew over a threshold and has not heard of it (S1.28). */
export const thresholdCrossed = defineRule<CrossingRow>({
  code: 'threshold_crossed',
  liftPpm: 100_000,
  minutes: 20,
  isNewFace: false,
  name: { ru: 'Порог перейдён', en: 'A threshold is crossed' },
  why: (_params, partner) => ({
    ru: `«${partner}» перешёл порог: предложите новый вид или сопровождение`,
    en: `“${partner}” crossed a threshold: offer another kind or track`,
  }),
  fix: { ru: 'Замечать рост раньше, чем о нём напомнят', en: 'Notice growth before one is reminded of it' },
  step: { ru: 'Решить о предложении и сказать партнёру', en: 'Decide on the proposal and tell the partner' },
  find: (rows, { money }) =>
    rows.map((row) => ({
      subject: row.crossingId,
      partnerId: row.partnerId,
      stakeMinor: money.of(row.partnerId),
      dueOn: null,
      pinned: null,
      params: {},
    })),
});
