/** Minutes until the next attempt after each failure; after the last the letter is given up. About half a day in all. */
const PAUSES_MIN = [1, 5, 15, 60, 180, 480] as const;

/** When to try again after `attempts` failed ones; null to give up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const pause = PAUSES_MIN[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + pause * 60_000);
}
