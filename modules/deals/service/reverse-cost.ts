import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { markCostReversed } from '../store/costs.ts';

/**
 * A cost that was recorded by mistake counts no more; it stays, and the journal keeps why.
 * @throws deals.no_such_cost
 */
export function reverseCost(
  ctx: Context,
  input: { costId: Id<'cost'>; reason: string },
): Promise<{ costId: Id<'cost'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'cost.reverse');
    const reversed = await markCostReversed(tx, input.costId);
    if (!reversed) refuse('not_found', 'deals.no_such_cost', { costId: input.costId });
    tx.audit({ verb: 'deals.reverse_cost', subject: input.costId, reason: input.reason });
    tx.emit({ type: 'cost.reversed', days: [reversed.occurred_on] });
    return { costId: input.costId };
  });
}
