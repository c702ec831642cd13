import { keptPartner } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { lockDeals, type DealRecord } from '../store/deals.ts';

/** The deal a verb is about to change, locked. @throws deals.deal_unknown */
export async function lockedDeal(tx: Tx, id: Id<'deal'>): Promise<DealRecord> {
  const [deal] = await lockDeals(tx, [id]);
  return deal ?? refuse('not_found', 'deals.deal_unknown', { dealId: id });
}

/** The same, of a partner that the actor keeps. @throws directory.partner_of_another_manager */
export async function keptDeal(tx: Tx, id: Id<'deal'>): Promise<DealRecord> {
  const deal = await lockedDeal(tx, id);
  if (deal.partnerId) await keptPartner(tx, deal.partnerId);
  return deal;
}
