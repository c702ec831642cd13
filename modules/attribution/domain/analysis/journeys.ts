/**
 * Ways of clients to a purchase (or to none), in columns: a million of them is a few arrays and no objects.
 * Journey `i` has the touches `touches[starts[i]] … touches[starts[i + 1] - 1]`, oldest first, each an index into
 * `players`. A row may stand for many equal journeys: `won[i]` of them ended in a purchase, `lost[i]` did not.
 */
export interface Journeys {
  readonly players: readonly string[];
  /** One longer than there are journeys; begins with 0. */
  readonly starts: Uint32Array;
  readonly touches: Uint16Array;
  readonly won: Float64Array;
  readonly lost: Float64Array;
}

/** A journey as it is told one by one. `won` and `lost` count how often it was seen. */
export interface Journey {
  readonly path: readonly string[];
  readonly won: number;
  readonly lost: number;
}

/** Indexes of 16 bits: more partners than that meet in no single analysis. */
const PLAYERS_MAX = 65_535;

/** Turns journeys into columns; players in the order in which they are met. */
export function journeysOf(told: readonly Journey[]): Journeys {
  const places = new Map<string, number>();
  const starts = new Uint32Array(told.length + 1);
  const touches = new Uint16Array(told.reduce((sum, { path }) => sum + path.length, 0));
  let end = 0;
  told.forEach(({ path }, journey) => {
    for (const player of path) touches[end++] = placeOf(player);
    starts[journey + 1] = end;
  });
  return {
    players: [...places.keys()],
    starts,
    touches,
    won: Float64Array.from(told, (journey) => journey.won),
    lost: Float64Array.from(told, (journey) => journey.lost),
  };

  function placeOf(player: string): number {
    const known = places.get(player);
    if (known !== undefined) return known;
    if (places.size === PLAYERS_MAX) throw new Error(`more than ${PLAYERS_MAX} players in one analysis`);
    places.set(player, places.size);
    return places.size - 1;
  }
}

/** What each journey brought: its purchases (`won`) or their money. */
export type Worth = Float64Array;
