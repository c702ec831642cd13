import { Refusal } from '@mosty/kernel/refusal';
import type { Outcome } from '../contract/promise.ts';
import type { Promised } from '../contract/version.ts';
import { samePromise } from './difference.ts';

interface Open extends Promised {
  readonly id: string;
}

/**
 * What an accepted version makes of the promises: those it repeats stay as they are, those it adds begin, those it
 * leaves out are withdrawn. Promises given between versions are not touched.
 */
export function followVersion<P extends Open>(
  open: readonly P[],
  accepted: readonly Promised[],
): { begin: Promised[]; withdraw: P[] } {
  const left = [...open];
  const begin = accepted.filter((promise) => {
    const place = left.findIndex((one) => samePromise(one, promise));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return { begin, withdraw: left };
}

/** An outcome is said once; a bad one says why, because it will be read again at the review (S0.65). */
export function checkOutcome(before: Outcome | null, outcome: Outcome, note: string | null): Refusal | null {
  if (before !== null) return new Refusal('conflict', 'agreements.promise_settled', { outcome: before });
  if (outcome !== 'kept' && note === null)
    return new Refusal('invalid', 'agreements.outcome_needs_note', { outcome });
  return null;
}
