import type { Place } from '@mosty/kernel/http';
import { Refusal, refuse } from '@mosty/kernel/refusal';

/** What the reader may do next, with the code of what stands in the way where not. */
export function canOf(
  checks: Readonly<Record<string, boolean | Refusal | null>>,
): Record<string, true | { because: string }> {
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => {
      if (check instanceof Refusal) return [name, { because: check.code }];
      return [name, check === false ? { because: 'identity.not_permitted' } : true];
    }),
  );
}

/** A place in a list ordered by an amount. @throws request.cursor_malformed */
export function afterAmount(place: Place | null): { amountMinor: bigint; id: string } | undefined {
  if (place === null) return undefined;
  if (!/^-?\d{1,19}$/.test(place.value)) refuse('invalid', 'request.cursor_malformed');
  return { amountMinor: BigInt(place.value), id: place.id };
}

/** A place in a list ordered by time. @throws request.cursor_malformed */
export function afterTime(place: Place | null): { at: string; id: string } | undefined {
  if (place === null) return undefined;
  if (Number.isNaN(Date.parse(place.value))) refuse('invalid', 'request.cursor_malformed');
  return { at: place.value, id: place.id };
}
