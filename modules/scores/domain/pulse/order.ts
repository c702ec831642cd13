import type { Part } from '../../contract/parts.ts';
import type { Facts, OurFault } from '../facts.ts';
import { part } from '../part.ts';

/** What a fault of ours takes of the order between us, the whole being 1. */
const COSTS: Readonly<Record<OurFault, number>> = {
  our_promise_missed: 0.25,
  our_promise_overdue: 0.15,
  claim_open: 0.15,
  statement_objected: 0.15,
  our_answer_late: 0.1,
  payment_late: 0.3,
};

/** Our promises, disputes, late pay. Our own faults lower the pulse: that is intended, they are ours to mend. */
export function order({ ourFaults }: Pick<Facts, 'ourFaults'>): Part {
  const lost = ourFaults.map(({ says }) => COSTS[says]).toSorted((a, b) => a - b);
  const share = 1 - lost.reduce((sum, cost) => sum + cost, 0);
  return part(
    'order',
    20,
    share,
    ourFaults.map(({ id, on, says }) => ({ id, on, says })),
  );
}
