import { changeKeeper } from '@mosty/directory';
import { assignDeals } from '@mosty/deals';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { atLeast, standingOf } from '@mosty/lifecycle';
import { rights } from '../policy.ts';
import { clientsKept, dealsOpen } from '../store/facts.ts';
import { saveHandovers } from '../store/handovers.ts';
import { openExit } from './open-exit.ts';
import { partingReason } from './parting-reason.ts';

export interface HandOver {
  readonly partnerId: Id<'partner'>;
  /** All that is left, unless some are named. */
  readonly clientIds?: readonly Id<'client'>[] | undefined;
  readonly dealIds?: readonly Id<'deal'>[] | undefined;
  readonly toPartnerId?: Id<'partner'> | undefined;
  readonly toMemberId: Id<'member'>;
}

/**
 * Gives the clients of a partner that leaves to another partner or into the care of one of us, and its open deals to one
 * of us. Nobody is left without somebody named (S0.66).
 * @throws exits.not_leaving, exits.nothing_to_hand_over, exits.cannot_take_over, exits.not_its_own, and the refusals of
 *   changing a keeper and of giving deals
 */
export function handOver(ctx: Context, input: HandOver): Promise<{ clients: number; deals: number }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'exit.hand_over');
    const { partnerId, toPartnerId = null, toMemberId } = input;
    const exit = await openExit(tx, partnerId);
    if (toPartnerId !== null) {
      const stage = (await standingOf(tx, [toPartnerId])).get(toPartnerId)?.stage;
      if (toPartnerId === partnerId || stage === undefined || !atLeast(stage, 'agreed'))
        refuse('not_now', 'exits.cannot_take_over', { partnerId: toPartnerId });
    }
    const named = input.clientIds !== undefined || input.dealIds !== undefined;
    const clients = chosen(await clientsKept(tx, partnerId), input.clientIds, named);
    const deals = chosen(await dealsOpen(tx, partnerId, exit.no), input.dealIds, named);
    if (clients.length + deals.length === 0) refuse('not_now', 'exits.nothing_to_hand_over', {});
    const reason = await partingReason(tx);
    for (const clientId of clients) await changeKeeper(tx, { clientId, partnerId: toPartnerId, reason });
    await assignDeals(tx, { dealIds: deals, ownerMemberId: toMemberId });
    await saveHandovers(tx, exit, [
      ...clients.map((what) => ({
        what,
        kind: 'client' as const,
        toPartnerId,
        toMemberId: toPartnerId === null ? toMemberId : null,
      })),
      ...deals.map((what) => ({ what, kind: 'deal' as const, toPartnerId: null, toMemberId })),
    ]);
    tx.audit({
      verb: 'exits.hand_over',
      subject: partnerId,
      change: { clients: clients.length, deals: deals.length, toPartnerId, toMemberId },
    });
    return { clients: clients.length, deals: deals.length };
  });
}

function chosen<Which extends string>(
  open: readonly { readonly id: Which }[],
  wanted: readonly Which[] | undefined,
  named: boolean,
): Which[] {
  const ids = open.map(({ id }) => id);
  if (!named) return ids;
  const stranger = wanted?.find((id) => !ids.includes(id));
  if (stranger !== undefined) refuse('not_found', 'exits.not_its_own', { id: stranger });
  return [...new Set(wanted)];
}
