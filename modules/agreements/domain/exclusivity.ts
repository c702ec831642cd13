import { Refusal } from '@mosty/kernel/refusal';
import type { Exclusivity } from '../contract/version.ts';

/** S1.67: it has an end after its beginning. What it is given for is asked by its shape. */
export function checkExclusivity(one: Exclusivity | null | undefined): Refusal | null {
  return one && one.until <= one.from
    ? new Refusal('invalid', 'agreements.exclusivity_span', { from: one.from, until: one.until })
    : null;
}
