/** What became of the cards of one rule. */
export interface Outcomes {
  /** Cards that were done, and how many of them were then gone. */
  readonly done: number;
  readonly doneGone: number;
  /** Cards nobody acted upon, and how many of them were gone all the same. */
  readonly left: number;
  readonly leftGone: number;
  /** «Не согласен»: somebody who knows the partner says that acting changes nothing. */
  readonly disagreed: number;
}

export interface Lift {
  readonly liftPpm: number;
  /** How many comparable outcomes speak beside the default. */
  readonly seen: number;
  readonly disagreed: number;
}

/** As many outcomes as the default is worth: below this many, the default speaks louder than they do. */
export const DEFAULT_WEIGHT = 20;
const PPM = 1_000_000;

/**
 * How much more often a reason was gone when it was acted upon than when it was left alone, shrunk to the default of the
 * rule; a disagreement is one outcome in which acting changed nothing.
 */
export function liftOf(defaultPpm: number, seen: Outcomes): Lift {
  const weight = Math.min(seen.done, seen.left);
  const observed =
    weight === 0 ? 0 : Math.min(1, Math.max(0, seen.doneGone / seen.done - seen.leftGone / seen.left)) * PPM;
  const all = DEFAULT_WEIGHT + weight + seen.disagreed;
  const liftPpm = Math.round((DEFAULT_WEIGHT * defaultPpm + weight * observed) / all);
  return { liftPpm, seen: weight, disagreed: seen.disagreed };
}
