/**
 * Counts how often somebody asked within a window; answers whether this was once too often. In memory: another process
 * counts for itself, and a restart forgives. Where there are too many to remember, those who came first are forgotten:
 * a crowd of strangers does not pardon the one who asks all the time.
 */
export function askingCounter(max: number, windowMs: number): (who: string, now: number) => boolean {
  const asked = new Map<string, { since: number; times: number }>();
  return (who, now) => {
    const known = asked.get(who);
    const count = known && now - known.since < windowMs ? known : { since: now, times: 0 };
    count.times += 1;
    asked.delete(who);
    asked.set(who, count);
    for (const oldest of asked.keys()) {
      if (asked.size <= REMEMBERED_MAX) break;
      asked.delete(oldest);
    }
    return count.times > max;
  };
}

const REMEMBERED_MAX = 10_000;

/** Whose address it is: of IPv6 the first half, since one household is given all of the second. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [before = '', after] = address.split('::');
  const left = before.split(':').filter(Boolean);
  const right = (after ?? '').split(':').filter(Boolean);
  const middle =
    after === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...middle, ...right].slice(0, 4).join(':');
}
