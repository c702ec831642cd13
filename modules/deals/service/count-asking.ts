/**
 * Counts how often somebody asked within a window; answers whether this was once too often. In memory: another process
 * counts for itself, and a restart forgives.
 */
export function askingCounter(max: number, windowMs: number): (who: string, now: number) => boolean {
  const asked = new Map<string, { since: number; times: number }>();
  return (who, now) => {
    if (asked.size > REMEMBERED_MAX) asked.clear();
    const known = asked.get(who);
    const count = known && now - known.since < windowMs ? known : { since: now, times: 0 };
    count.times += 1;
    asked.set(who, count);
    return count.times > max;
  };
}

const REMEMBERED_MAX = 10_000;
