import type { CheckAnswer, ProfileBody } from '../contract/profile.ts';

/** Fewer best partners than this say nothing of what they have in common. */
export const ENOUGH_BEST = 3;
const BEST_SHARE = 0.2;

/** The best fifth by what clients paid through them, at least one and only those who brought anything. */
export function bestOf<T>(paid: readonly { readonly partnerId: T; readonly paidMinor: bigint }[]): Set<T> {
  const brought = paid
    .filter(({ paidMinor }) => paidMinor > 0n)
    .toSorted((one, other) =>
      other.paidMinor > one.paidMinor ? 1 : other.paidMinor < one.paidMinor ? -1 : 0,
    );
  const count = Math.max(1, Math.round(paid.length * BEST_SHARE));
  return new Set(brought.slice(0, count).map(({ partnerId }) => partnerId));
}

/**
 * A weight of 1…10 for each trait by how much more often the best have it than the rest do: nobody more often is 1,
 * always here and never there is 10. Where one of the two is not known the weight stays.
 */
export function proposeWeights<T>(
  body: ProfileBody,
  answers: readonly { readonly partnerId: T; readonly code: string; readonly answer: CheckAnswer }[],
  best: ReadonlySet<T>,
) {
  return body.traits.map(({ code, says, weight }) => {
    const known = answers.filter((one) => one.code === code && one.answer !== 'unknown');
    const ours = known.filter((one) => best.has(one.partnerId));
    const rest = known.filter((one) => !best.has(one.partnerId));
    const yes = (list: typeof known) => list.filter((one) => one.answer === 'yes').length;
    const lift =
      ours.length < ENOUGH_BEST || rest.length === 0
        ? null
        : yes(ours) / ours.length - yes(rest) / rest.length;
    return {
      code,
      says,
      bestYes: yes(ours),
      bestKnown: ours.length,
      othersYes: yes(rest),
      othersKnown: rest.length,
      weight,
      proposed: lift === null ? weight : 1 + Math.round(9 * Math.max(0, lift)),
    };
  });
}
