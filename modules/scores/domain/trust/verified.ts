import type { Part } from '../../contract/parts.ts';
import type { Facts, ShownKind } from '../facts.ts';
import { part } from '../part.ts';

/** A deed of S0.71 is a case: what somebody did, seen by another person. */
const CASES: readonly ShownKind[] = [
  'case',
  'made_stronger',
  'kept_word',
  'started_small',
  'respected_result',
];

/** Verified cases (to 3) a quarter of reputation, confirmed references (to 2) a fifth, public traces (to 3) .15. */
export function verified({ shown }: Pick<Facts, 'shown'>): Part[] {
  const of = (kinds: readonly ShownKind[]) =>
    shown.filter(({ kind }) => kinds.includes(kind)).map(({ id, on, kind }) => ({ id, on, says: kind }));
  const [cases, references, traces] = [of(CASES), of(['reference']), of(['public_trace'])];
  return [
    part('cases', 25, cases.length / 3, cases),
    part('references', 20, references.length / 2, references),
    part('traces', 15, traces.length / 3, traces),
  ];
}
