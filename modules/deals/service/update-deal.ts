import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { saveDeals, type DealRecord } from '../store/deals.ts';
import { mustBeOurs } from './deal-owner.ts';
import { keptDeal } from './known-deal.ts';

type Changed = Partial<
  Pick<
    DealRecord,
    'title' | 'amountMinor' | 'currency' | 'nextStep' | 'nextStepOn' | 'expectedOn' | 'ownerMemberId'
  >
>;

/**
 * Fields left out stay, null clears. Saying the next step is a move: the deal is not forgotten.
 * @throws directory.member_unknown
 */
export function updateDeal(
  ctx: Context,
  input: { dealId: Id<'deal'>; fields: Changed },
): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.write');
    const deal = await keptDeal(tx, input.dealId);
    const told = Object.entries(input.fields).filter(
      ([field, value]) => value !== undefined && value !== deal[field as keyof Changed],
    );
    if (told.length === 0) return deal;
    const { ownerMemberId } = input.fields;
    if (ownerMemberId) await mustBeOurs(tx, ownerMemberId);
    const fields = told.map(([field]) => field);
    const changed: DealRecord = {
      ...deal,
      ...Object.fromEntries(told),
      ...(fields.includes('nextStep') ? { movedAt: tx.now() } : {}),
    };
    await saveDeals(tx, [changed]);
    await insertDealEvents(tx, [{ dealId: deal.id, what: 'updated', params: { fields } }]);
    tx.audit({ verb: 'deals.update_deal', subject: deal.id, change: { fields } });
    return changed;
  });
}
