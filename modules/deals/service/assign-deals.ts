import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { lockDeals, saveDeals } from '../store/deals.ts';
import { mustBeOurs } from './deal-owner.ts';

export interface AssignDeals {
  readonly dealIds: readonly Id<'deal'>[];
  /** Null: nobody's for now. */
  readonly ownerMemberId: Id<'member'> | null;
}

/**
 * Gives deals to one of our people: somebody left, or goes on holiday. All or none. It is no move: who waits, waits on.
 * @returns how many had another owner before
 * @throws deals.deal_unknown, directory.member_unknown, directory.partner_of_another_manager
 */
export function assignDeals(ctx: Context, { dealIds, ownerMemberId }: AssignDeals): Promise<number> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.write');
    if (ownerMemberId) await mustBeOurs(tx, ownerMemberId);
    const wanted = [...new Set(dealIds)];
    const deals = await lockDeals(tx, wanted);
    const known = new Set(deals.map(({ id }) => id));
    const stranger = wanted.find((id) => !known.has(id));
    if (stranger) refuse('not_found', 'deals.deal_unknown', { dealId: stranger });
    for (const partnerId of new Set(deals.flatMap((deal) => deal.partnerId ?? []).toSorted()))
      await keptPartner(tx, partnerId);
    const given = deals.filter((deal) => deal.ownerMemberId !== ownerMemberId);
    const [first] = given;
    if (!first) return 0;
    await saveDeals(
      tx,
      given.map((deal) => ({ ...deal, ownerMemberId })),
    );
    await insertDealEvents(
      tx,
      given.map(({ id }) => ({ dealId: id, what: 'assigned', params: { to: ownerMemberId } })),
    );
    tx.audit({
      verb: 'deals.assign_deals',
      subject: first.id,
      change: { ownerMemberId, count: given.length },
    });
    return given.length;
  });
}
