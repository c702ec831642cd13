import type { Journeys } from './journeys.ts';

export interface MarkovCredit {
  /** Chance that a journey ends in a purchase. */
  readonly conversion: number;
  /** By how much of itself that chance falls when the player is taken away, 0 … 1. */
  readonly removalEffect: Float64Array;
  /** All purchases, shared in proportion to the removal effects. */
  readonly credit: Float64Array;
}

/**
 * First-order Markov chain over start → players → purchase or nothing; a removed player leads to nothing. Exact: with
 * N = (I − Q)⁻¹, from the start a player is ever met with chance (sN)ⱼ / Nⱼⱼ, and from it the purchase comes with
 * chance (Nb)ⱼ, so what is lost without it is their product. One inverse answers for all players (the same as a
 * rank-one removal of each; Anderl et al. 2016 solve the chain anew for every one of them).
 */
export function markov(journeys: Journeys): MarkovCredit {
  const size = journeys.players.length;
  const { start, moves, wins, leaves } = countMoves(journeys);
  const left = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    const all = leaves[row] as number;
    for (let column = 0; column < size; column += 1) {
      const move = all === 0 ? 0 : (moves[row * size + column] as number) / all;
      left[row * size + column] = (row === column ? 1 : 0) - move;
    }
  }
  const visits = inverse(left, size);
  const begun = start.reduce((sum, count) => sum + count, 0);
  const removalEffect = new Float64Array(size);
  const fromPlayer = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const all = leaves[column] as number;
      if (all > 0)
        fromPlayer[row] =
          (fromPlayer[row] as number) +
          ((visits[row * size + column] as number) * (wins[column] as number)) / all;
    }
  let conversion = 0;
  for (let player = 0; player < size; player += 1)
    conversion += begun === 0 ? 0 : ((start[player] as number) / begun) * (fromPlayer[player] as number);
  for (let player = 0; player < size && conversion > 0; player += 1) {
    let visited = 0;
    for (let first = 0; first < size; first += 1)
      visited += ((start[first] as number) / begun) * (visits[first * size + player] as number);
    const met = visited / (visits[player * size + player] as number);
    removalEffect[player] = (met * (fromPlayer[player] as number)) / conversion;
  }
  const purchases = journeys.won.reduce((sum, count) => sum + count, 0);
  const effects = removalEffect.reduce((sum, effect) => sum + effect, 0);
  const credit = removalEffect.map((effect) => (effects === 0 ? 0 : (effect / effects) * purchases));
  return { conversion, removalEffect, credit };
}

interface Moves {
  readonly start: Float64Array;
  /** Row by row: how often a touch of one player was followed by a touch of another. */
  readonly moves: Float64Array;
  readonly wins: Float64Array;
  /** All ways out of a player: moves, purchases and endings in nothing. */
  readonly leaves: Float64Array;
}

function countMoves({ players, starts, touches, won, lost }: Journeys): Moves {
  const size = players.length;
  const start = new Float64Array(size);
  const moves = new Float64Array(size * size);
  const wins = new Float64Array(size);
  const leaves = new Float64Array(size);
  for (let journey = 0; journey < won.length; journey += 1) {
    const from = starts[journey] as number;
    const end = starts[journey + 1] as number;
    const times = (won[journey] as number) + (lost[journey] as number);
    if (from === end || times === 0) continue;
    let player = touches[from] as number;
    start[player] = (start[player] as number) + times;
    for (let place = from + 1; place < end; place += 1) {
      const next = touches[place] as number;
      moves[player * size + next] = (moves[player * size + next] as number) + times;
      leaves[player] = (leaves[player] as number) + times;
      player = next;
    }
    wins[player] = (wins[player] as number) + (won[journey] as number);
    leaves[player] = (leaves[player] as number) + times;
  }
  return { start, moves, wins, leaves };
}

/** Gauss–Jordan with partial pivoting. Every player leads out of the chain in the end, so the matrix has an inverse. */
function inverse(matrix: Float64Array, size: number): Float64Array {
  const work = matrix.slice();
  const result = new Float64Array(size * size);
  for (let diagonal = 0; diagonal < size; diagonal += 1) result[diagonal * size + diagonal] = 1;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(work[row * size + column] as number) > Math.abs(work[pivot * size + column] as number))
        pivot = row;
    if (pivot !== column) {
      swapRows(work, size, pivot, column);
      swapRows(result, size, pivot, column);
    }
    const by = work[column * size + column] as number;
    for (let place = column * size; place < (column + 1) * size; place += 1) {
      work[place] = (work[place] as number) / by;
      result[place] = (result[place] as number) / by;
    }
    for (let row = 0; row < size; row += 1) {
      const factor = work[row * size + column] as number;
      if (row === column || factor === 0) continue;
      for (let place = 0; place < size; place += 1) {
        const target = row * size + place;
        const source = column * size + place;
        work[target] = (work[target] as number) - factor * (work[source] as number);
        result[target] = (result[target] as number) - factor * (result[source] as number);
      }
    }
  }
  return result;
}

function swapRows(matrix: Float64Array, size: number, one: number, other: number): void {
  const kept = matrix.slice(one * size, (one + 1) * size);
  matrix.copyWithin(one * size, other * size, (other + 1) * size);
  matrix.set(kept, other * size);
}
