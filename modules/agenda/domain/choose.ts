/** A card as the choice sees it: its worth, what it takes, and on which side of the quotas it counts. */
export interface Choosable {
  readonly id: string;
  readonly valueMinor: bigint;
  readonly minutes: number;
  readonly isNewFace: boolean;
  readonly isPinned: boolean;
}

/** met · impossible: the cards there are do not allow it · no_room: the pinned took the place it needs. */
export type Quota = 'met' | 'impossible' | 'no_room';

export interface Choice {
  /** Pinned first, then by value. */
  readonly chosen: readonly string[];
  readonly minutes: number;
  readonly valueMinor: bigint;
  /** At least half of the minutes on partners we have (S1.61). */
  readonly existing: Quota;
  /** At least one new face. */
  readonly newFace: Quota;
}

/** More cards than this on one page are a list, not a week. */
export const CARDS_MAX = 9;

/**
 * The set of greatest value inside the minutes, exactly: greedy value per minute drops the biggest partner when its card
 * is long. Pinned cards are in whatever they take. A quota that cannot hold is given up in words, the new face first.
 */
export function choose(cards: readonly Choosable[], capacity: number): Choice {
  const sorted = cards.toSorted(byWorth);
  const pinned = sorted.filter(({ isPinned }) => isPinned);
  const rest = sorted.filter(({ isPinned }) => !isPinned);
  const sum = (some: readonly Choosable[]) => some.reduce((minutes, card) => minutes + card.minutes, 0);
  const base = {
    existing: sum(pinned.filter(({ isNewFace }) => !isNewFace)),
    fresh: sum(pinned.filter(({ isNewFace }) => isNewFace)),
  };
  const room = Math.max(0, capacity - base.existing - base.fresh);
  const places = Math.max(0, CARDS_MAX - pinned.length);
  const of = (face: boolean) =>
    hopeful(
      rest.filter(({ isNewFace }) => isNewFace === face),
      places,
    );
  const old = fill(of(false), room, places);
  const fresh = fill(of(true), room, places);
  const wantsFace = base.fresh === 0;
  const tries = [
    { half: true, face: wantsFace },
    { half: true, face: false },
    { half: false, face: wantsFace },
    { half: false, face: false },
  ];
  for (const { half, face } of tries) {
    const best = combine(old, fresh, { room, places, base, half, face });
    if (!best) continue;
    const chosen = [...pinned, ...best.cards.toSorted(byWorth)];
    const newMinutes = sum(chosen.filter(({ isNewFace }) => isNewFace));
    const minutes = sum(chosen);
    const hasFresh = cards.some(({ isNewFace }) => isNewFace);
    const hasOld = cards.some(({ isNewFace }) => !isNewFace);
    return {
      chosen: chosen.map(({ id }) => id),
      minutes,
      valueMinor: chosen.reduce((value, card) => value + card.valueMinor, 0n),
      existing: newMinutes * 2 <= minutes ? 'met' : hasOld ? 'no_room' : 'impossible',
      newFace: newMinutes > 0 ? 'met' : hasFresh ? 'no_room' : 'impossible',
    };
  }
  throw new Error('the empty set is always a choice');
}

/** The larger value first; equals by what they take, then by id, so that the order given does not matter. */
function byWorth(a: Choosable, b: Choosable): number {
  if (a.isPinned !== b.isPinned) return a.isPinned ? -1 : 1;
  if (a.valueMinor !== b.valueMinor) return a.valueMinor > b.valueMinor ? -1 : 1;
  return a.minutes - b.minutes || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Of the cards that take the same minutes no more can be chosen than there are places, so only the best of them are
 * looked at: thousands of cards cost what a hundred do. Given by worth.
 */
function hopeful(cards: readonly Choosable[], places: number): Choosable[] {
  const seen = new Map<number, number>();
  return cards.filter(({ minutes }) => {
    const better = seen.get(minutes) ?? 0;
    seen.set(minutes, better + 1);
    return better < places;
  });
}

interface Table {
  /** Best value of exactly `count` cards in exactly `minutes`; -1: there is no such set. */
  value(count: number, minutes: number): bigint;
  cards(count: number, minutes: number): Choosable[];
}

const NONE = -1n;

/** Every exact count and time at once: `best[count][minutes]`, and for each card whether it was taken there. */
function fill(cards: readonly Choosable[], room: number, places: number): Table {
  const width = room + 1;
  const best = new BigInt64Array((places + 1) * width).fill(NONE);
  best[0] = 0n;
  const taken = cards.map(() => new Uint8Array((places + 1) * width));
  for (const [at, card] of cards.entries())
    for (let count = places; count >= 1; count -= 1)
      for (let minutes = room; minutes >= card.minutes; minutes -= 1) {
        const before = best[(count - 1) * width + minutes - card.minutes] ?? NONE;
        const here = count * width + minutes;
        if (before === NONE || before + card.valueMinor <= (best[here] ?? NONE)) continue;
        best[here] = before + card.valueMinor;
        const marks = taken[at];
        if (marks) marks[here] = 1;
      }
  return {
    value: (count, minutes) => best[count * width + minutes] ?? NONE,
    cards(count, minutes) {
      const found: Choosable[] = [];
      let [left, time] = [count, minutes];
      for (let at = cards.length - 1; at >= 0 && left > 0; at -= 1) {
        const card = cards[at];
        if (!card || taken[at]?.[left * width + time] !== 1) continue;
        found.push(card);
        left -= 1;
        time -= card.minutes;
      }
      return found;
    },
  };
}

interface Terms {
  readonly room: number;
  readonly places: number;
  readonly base: { readonly existing: number; readonly fresh: number };
  readonly half: boolean;
  readonly face: boolean;
}

/** The best pair of a set of partners we have and a set of new faces that keeps the terms. */
function combine(old: Table, fresh: Table, terms: Terms): { cards: Choosable[] } | null {
  const { room, places, base } = terms;
  let found: { value: bigint; counts: [number, number]; times: [number, number] } | null = null;
  for (let newCount = terms.face ? 1 : 0; newCount <= places; newCount += 1) {
    // The best set of new faces of this count within so many minutes, for every number of minutes.
    const within: { value: bigint; time: number }[] = [];
    for (let time = 0; time <= room; time += 1) {
      const value = fresh.value(newCount, time);
      const before = within[time - 1] ?? { value: NONE, time: 0 };
      within.push(value > before.value ? { value, time } : before);
    }
    for (let count = 0; count + newCount <= places; count += 1)
      for (let time = 0; time <= room; time += 1) {
        const value = old.value(count, time);
        if (value === NONE) continue;
        const allowed = terms.half ? Math.min(room - time, base.existing + time - base.fresh) : room - time;
        const added = allowed < 0 ? undefined : within[allowed];
        if (!added || added.value === NONE) continue;
        if (!found || value + added.value > found.value)
          found = { value: value + added.value, counts: [count, newCount], times: [time, added.time] };
      }
  }
  if (!found) return null;
  const { counts, times } = found;
  return { cards: [...old.cards(counts[0], times[0]), ...fresh.cards(counts[1], times[1])] };
}
