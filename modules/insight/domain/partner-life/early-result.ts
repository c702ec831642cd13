/** «Первый результат в первый месяц»: the first paid sale before this day of the partner's own calendar. */
export const EARLY_DAYS = 30;
/** Staying: a paid sale in the seventh to ninth month. Whoever began later than the end of it cannot be judged yet. */
export const STAYS = { fromDay: 180, toDay: 270 } as const;
/** A share of four is four names. */
export const GROUP_NEEDED_N = 5;

export type Part = 'early' | 'later' | 'never';

export interface Stayers {
  readonly n: number;
  readonly stayed: number;
  readonly stayedPpm: number | null;
}

export interface EarlyResult {
  readonly early: Stayers;
  readonly others: Stayers;
  readonly later: Stayers;
  readonly never: Stayers;
  readonly timesOthers: number | null;
  readonly timesLater: number | null;
}

/**
 * How often those with an early result stayed, beside everybody else and beside those who sold too, but later. The first
 * comparison flatters: among everybody else are those who never sold at all. It is a comparison and no cause (S1.20).
 */
export function earlyResult(
  counts: readonly { readonly part: Part; readonly n: number; readonly stayed: number }[],
): EarlyResult {
  const of = (...parts: readonly Part[]) => {
    const chosen = counts.filter(({ part }) => parts.includes(part));
    return stayersOf(
      chosen.reduce((sum, { n }) => sum + n, 0),
      chosen.reduce((sum, { stayed }) => sum + stayed, 0),
    );
  };
  const early = of('early');
  const others = of('later', 'never');
  const later = of('later');
  return {
    early,
    others,
    later,
    never: of('never'),
    timesOthers: times(early, others),
    timesLater: times(early, later),
  };
}

function stayersOf(n: number, stayed: number): Stayers {
  return { n, stayed, stayedPpm: n < GROUP_NEEDED_N ? null : Math.round((stayed / n) * 1_000_000) };
}

/** In hundredths; null where either group is too small, or nobody of the second stayed. */
function times(one: Stayers, other: Stayers): number | null {
  if (one.stayedPpm === null || other.stayedPpm === null || other.stayed === 0) return null;
  return Math.round(((one.stayed / one.n) * 100 * other.n) / other.stayed);
}
