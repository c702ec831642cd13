const DAY_MS = 86_400_000;

/** A day to begin with in a form; people choose another. */
export function daysAhead(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
