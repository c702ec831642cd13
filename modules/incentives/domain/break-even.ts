import type { Terms } from '../contract/terms.ts';
import { costOf, type Setting } from './compare.ts';

export interface Meeting {
  /** Sales at which both cost the same, or where the dearer one changes. */
  readonly volumeMinor: bigint;
  readonly costMinor: bigint;
  /** Both cost exactly the same there; a step of a flat sum may jump over. */
  readonly exact: boolean;
}

const STEPS = 24n;

/**
 * The first volume up to `mostMinor` at which two schemes change places: 40 000 against 20 000 + 20 % meet at exactly
 * 100 000 of sales (S1.39). Null: one is never dearer, or they cost the same everywhere.
 */
export function breakEven(a: Terms, b: Terms, mostMinor: bigint, setting: Setting): Meeting | null {
  const signAt = (volume: bigint) => sign(costOf(a, volume, setting) - costOf(b, volume, setting));
  let from = 0n;
  let before = signAt(from);
  for (let step = 1n; step <= STEPS; step += 1n) {
    const to = (mostMinor * step) / STEPS;
    const now = signAt(to);
    if (before === 0) before = now;
    else if (now !== before) return meeting(signAt, before, from, to, a, setting);
    from = to;
  }
  return null;
}

/**
 * Between two volumes where the sign changes. Rounding of single sales makes both equal over a few kopecks: the middle
 * of them is where the exact costs meet.
 */
function meeting(
  signAt: (volume: bigint) => number,
  before: number,
  from: bigint,
  to: bigint,
  a: Terms,
  setting: Setting,
): Meeting {
  const firstNot = smallest(from, to, (volume) => signAt(volume) !== before);
  const exact = signAt(firstNot) === 0;
  const nextStep = to + (to - from) + 1n;
  const firstBeyond = exact ? smallest(firstNot, nextStep, (volume) => signAt(volume) === -before) : firstNot;
  const volumeMinor = exact && firstBeyond > firstNot ? (firstNot + firstBeyond - 1n) / 2n : firstNot;
  return { volumeMinor, costMinor: costOf(a, volumeMinor, setting), exact };
}

/** The smallest volume in (from, to] for which it holds, given that it holds from some volume on; else `to`. */
function smallest(from: bigint, to: bigint, holds: (volume: bigint) => boolean): bigint {
  let [low, high] = [from, to];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function sign(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}
