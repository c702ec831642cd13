import type { Signal } from '../../contract/parts.ts';

/** What each kind is expected to give a sign of life by (S1.59). Codes of kinds are those of agreements. */
const EXPECTED: Readonly<Record<string, readonly Signal[]>> = {
  affiliate: ['click', 'deal'],
  creator: ['publication', 'click', 'deal'],
  ambassador: ['publication', 'click', 'deal'],
  community: ['publication', 'click', 'deal'],
  agent: ['deal', 'login'],
  integrator: ['deal', 'login'],
  consultant: ['deal', 'login'],
  reseller: ['deal', 'login'],
  ally: ['publication', 'deal', 'login'],
  // A client who tells others owes nobody a rhythm.
  client: [],
};

/** Of somebody with several kinds whatever any of them is to give; of an unknown kind deals. */
export function expectedOf(kinds: readonly string[]): ReadonlySet<Signal> {
  return new Set(kinds.length === 0 ? ['deal'] : kinds.flatMap((kind) => EXPECTED[kind] ?? ['deal']));
}
