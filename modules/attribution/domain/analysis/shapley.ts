import type { Journeys, Worth } from './journeys.ts';

/**
 * Shapley value of every player in the game where a set of players is worth what the journeys bring in that are made
 * of them alone (v(S): paths whose players are a subset of S). For this game the value is closed: each journey is
 * shared equally among its distinct players. No sampling and no 2^n sets (Zhao, Mahboobi, Bagheri 2018,
 * arXiv:1804.05327, section 3).
 */
export function shapley({ players, starts, touches }: Journeys, worth: Worth): Float64Array {
  const value = new Float64Array(players.length);
  const seenIn = new Int32Array(players.length).fill(-1);
  const distinct = new Uint16Array(players.length);
  for (let journey = 0; journey < worth.length; journey += 1) {
    const whole = worth[journey] as number;
    if (whole === 0) continue;
    let count = 0;
    const end = starts[journey + 1] as number;
    for (let place = starts[journey] as number; place < end; place += 1) {
      const player = touches[place] as number;
      if (seenIn[player] === journey) continue;
      seenIn[player] = journey;
      distinct[count++] = player;
    }
    for (let place = 0; place < count; place += 1) {
      const player = distinct[place] as number;
      value[player] = (value[player] as number) + whole / count;
    }
  }
  return value;
}
