import type { CheckAnswer, ProfileBody, Trait } from '../contract/profile.ts';

const HALVES: Readonly<Record<CheckAnswer, number>> = { yes: 2, partly: 1, no: 0, unknown: 0 };

export interface TraitScore extends Trait {
  readonly answer: CheckAnswer;
  readonly earned: number;
  readonly possible: number;
  readonly stops: boolean;
}

/**
 * Points of a hundred, and the line of each trait: weights times answers, over the same with every answer yes. A must
 * that is not met makes it 0, whatever the rest: partly is met, unknown is not.
 */
export function scoreProfile(body: ProfileBody, answers: ReadonlyMap<string, CheckAnswer>) {
  const lines: TraitScore[] = body.traits.map((trait) => {
    const answer = answers.get(trait.code) ?? 'unknown';
    return {
      ...trait,
      answer,
      earned: trait.weight * HALVES[answer],
      possible: trait.weight * HALVES.yes,
      stops: trait.isMust && HALVES[answer] === 0,
    };
  });
  const earned = lines.reduce((sum, line) => sum + line.earned, 0);
  const possible = lines.reduce((sum, line) => sum + line.possible, 0);
  const score = lines.some((line) => line.stops) ? 0 : Math.floor((100 * earned) / possible);
  return { score, threshold: body.threshold, isMet: score >= body.threshold, earned, possible, lines };
}
