/**
 * Journeys of clients past partners, the same on every machine: on average 3.6 touches each, half of which come from a
 * tenth of the partners, a seventh of them ending in a sale.
 */
export interface Told {
  readonly players: readonly string[];
  readonly starts: Uint32Array;
  readonly touches: Uint16Array;
  readonly won: Float64Array;
  readonly lost: Float64Array;
}

const PLAYERS = 24;
const ONGOING = 0.722;
const WINS = 1 / 7;

export function tellJourneys(count: number, seed = 42): Told {
  const random = mulberry32(seed);
  const starts = new Uint32Array(count + 1);
  const touches = new Uint16Array(count * 8);
  const won = new Float64Array(count);
  const lost = new Float64Array(count);
  let end = 0;
  let room = touches;
  for (let journey = 0; journey < count; journey += 1) {
    do {
      if (end === room.length) throw new Error('more touches than was thought');
      room[end++] = Math.min(PLAYERS - 1, Math.floor(random() ** 2 * PLAYERS));
    } while (random() < ONGOING && end - (starts[journey] ?? 0) < 20);
    starts[journey + 1] = end;
    if (random() < WINS) won[journey] = 1;
    else lost[journey] = 1;
  }
  room = touches.slice(0, end);
  return {
    players: Array.from({ length: PLAYERS }, (_, place) => `partner ${place}`),
    starts,
    touches: room,
    won,
    lost,
  };
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
