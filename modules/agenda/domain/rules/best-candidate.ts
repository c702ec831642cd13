import { defineRule } from '../rule.ts';

export interface CandidateRow {
  readonly partnerId: string;
  readonly stage: string;
  readonly kind: string | null;
  /** How many different people named them. */
  readonly mentions: number;
}

/** One voice is a voice; each doubling of them makes the talk likelier to end well, up to a quarter. */
const LIFT_OF_ONE_PPM = 40_000;
const LIFT_MAX_PPM = 250_000;

/** A new face each week: the best of those who were named and are not partners yet. */
export const bestCandidate = defineRule<CandidateRow>({
  code: 'best_candidate',
  liftPpm: LIFT_OF_ONE_PPM,
  minutes: 30,
  isNewFace: true,
  name: { ru: 'Новый человек', en: 'A new face' },
  why: (params, partner) =>
    Number(params['mentions']) > 0
      ? {
          ru: `«${partner}» называют другие люди: ${params['mentions']}. Хороший день поговорить`,
          en: `“${partner}” is named by others: ${params['mentions']}. A good day to talk`,
        }
      : { ru: `С «${partner}» ещё не договорились ни о чём`, en: `Nothing is agreed with “${partner}” yet` },
  fix: { ru: 'Сказать, почему именно они', en: 'Say why exactly them' },
  step: { ru: 'Договориться о первом разговоре', en: 'Agree on a first talk' },
  find: (rows, { money }) =>
    rows.map((row) => ({
      subject: row.partnerId,
      partnerId: row.partnerId,
      stakeMinor: money.medianOf(row.kind),
      dueOn: null,
      pinned: null,
      params: { mentions: row.mentions },
      liftPpm: Math.min(LIFT_MAX_PPM, Math.round(LIFT_OF_ONE_PPM * (1 + Math.log2(1 + row.mentions)))),
    })),
});
