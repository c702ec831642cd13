import { businessDateOf } from '@mosty/kernel/time';

/** A stretch of time a client was kept for one partner, or for nobody. Half-open; since null: from the beginning. */
export interface Keeping {
  readonly partnerId: string | null;
  readonly since: Date | null;
  readonly until: Date | null;
}

/**
 * Who kept the client when the sale happened: a sale that is learned of late stays with the keeper of its own day,
 * whoever keeps the client now. Somebody who began later on that same day counts where nobody was named before:
 * sales are often told by the day, and a client is written down at noon.
 * @param keepings of one client, oldest first
 */
export function keptAt(keepings: readonly Keeping[], at: Date, zone: string): Keeping | undefined {
  const then = keepings.find(
    ({ since, until }) => (since === null || since <= at) && (until === null || at < until),
  );
  if (then) return then;
  const [first] = keepings;
  const day = businessDateOf(at, zone);
  return first && first.since !== null && businessDateOf(first.since, zone) === day ? first : undefined;
}
