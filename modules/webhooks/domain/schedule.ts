const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after each failed attempt: quick while it may be a hiccup, then long; 73 hours in all. */
const PAUSES_MS = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  18 * HOUR,
  23 * HOUR,
] as const;
const JITTER = 0.2;
/** An hour at most is granted to a receiver that asks to come back later. */
const ASKED_MS_MAX = HOUR;

export const ATTEMPTS_MAX = PAUSES_MS.length + 1;
/** So long without one success, and the address is switched off. */
export const FAILING_MS_MAX = 5 * 24 * HOUR;

/**
 * When to try again after `tries` failed ones; null to give up. `chance` in [0, 1) spreads the attempts of many, so that
 * a receiver that comes back is not met by all of them at once. `askedMs`: what its Retry-After said.
 */
export function nextAttempt(tries: number, at: Date, chance: number, askedMs = 0): Date | null {
  const pause = PAUSES_MS[tries - 1];
  if (pause === undefined) return null;
  const spread = pause * (1 - JITTER + 2 * JITTER * chance);
  return new Date(at.getTime() + Math.round(Math.max(spread, Math.min(askedMs, ASKED_MS_MAX))));
}
