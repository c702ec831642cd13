import type { Part, Row } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { part, smoothed } from '../part.ts';

const PRIOR = 0.6;
const WEIGHT = 4;
const SAYS = { better: 'client_better', same: 'client_same', worse: 'client_worse' } as const;

/** Clients it brought who said that it got better: two fifths of reputation (S0.59). */
export function better({ outcomes }: Pick<Facts, 'outcomes'>): Part {
  const rows: Row[] = outcomes.map(({ id, on, answer }) => ({ id, on, says: SAYS[answer] }));
  const good = outcomes.filter(({ answer }) => answer === 'better').length;
  return part('better', 40, smoothed(good, outcomes.length, PRIOR, WEIGHT), rows, { usual: PRIOR });
}
