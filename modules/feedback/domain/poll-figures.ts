import { ENOUGH_ANSWERS, SCALE_MAX, SCALES, type Camp, type Figures, type Scale } from '../contract.ts';

/** How many gave each mark of a question. */
export interface Counted {
  readonly question: Scale | 'recommend';
  readonly mark: number;
  readonly count: number;
}

export function campOf(recommend: number): Camp {
  return recommend >= 9 ? 'promoters' : recommend >= 7 ? 'passives' : 'detractors';
}

/**
 * What a poll says: eNPS, the camps and the mean of each mark. Nothing of fewer than five answers, and nothing of a
 * nameless poll that is still open: the next answer would be told by the difference.
 */
export function figuresOf(
  counted: readonly Counted[],
  poll: { readonly isNameless: boolean; readonly isOpen: boolean },
): Figures | null {
  const of = (question: Counted['question']) => counted.filter((one) => one.question === question);
  const recommend = of('recommend');
  const answers = sum(recommend);
  if (answers < ENOUGH_ANSWERS || (poll.isNameless && poll.isOpen)) return null;
  const inCamp = (camp: Camp) => sum(recommend.filter(({ mark }) => campOf(mark) === camp));
  const camps = {
    promoters: inCamp('promoters'),
    passives: inCamp('passives'),
    detractors: inCamp('detractors'),
  };
  return {
    enps: Math.round(((camps.promoters - camps.detractors) * 100) / answers) + 0,
    camps,
    scales: SCALES.map((scale) => {
      const marks = of(scale);
      const total = marks.reduce((all, { mark, count }) => all + mark * count, 0);
      return {
        scale,
        meanHundredths: Math.round((total * 100) / answers),
        counts: Array.from({ length: SCALE_MAX }, (_, place) => ({
          mark: place + 1,
          count: sum(marks.filter(({ mark }) => mark === place + 1)),
        })),
      };
    }),
  };
}

function sum(counted: readonly Counted[]): number {
  return counted.reduce((all, { count }) => all + count, 0);
}
