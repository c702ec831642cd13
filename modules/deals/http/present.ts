import { clientsById, partnersById } from '@mosty/directory';
import { namesOfMembers } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf, daysBetween } from '@mosty/kernel/time';
import type { Stage } from '../contract/stage.ts';
import { isOverdue } from '../domain/registration.ts';
import { concernsOf } from '../domain/roles.ts';
import { stagesOf } from '../service/stages.ts';
import type { DealRecord } from '../store/deals.ts';
import { participantsOf } from '../store/participants.ts';

/** People of a partner see their part and the name they gave: nobody else's name, and nothing of our client. */
export function isPartners(tx: Tx): boolean {
  return tx.actor.type === 'person' && tx.actor.partnerId !== null;
}

export async function presentDeals(tx: Tx, deals: readonly DealRecord[]) {
  const stages: ReadonlyMap<string, Stage> = new Map(
    (await stagesOf(tx)).map((stage) => [stage.code, stage]),
  );
  const roles = await participantsOf(
    tx,
    deals.map(({ id }) => id),
  );
  const names = await namesOfPartners(tx, [
    ...deals.map(({ partnerId }) => partnerId),
    ...roles.map(({ partnerId }) => partnerId),
  ]);
  const hidden = isPartners(tx);
  const clients = hidden
    ? new Map<string, string>()
    : new Map(
        (await clientsById(tx, unique(deals.map(({ clientId }) => clientId)))).map(({ id, name }) => [
          id,
          name,
        ]),
      );
  const owners = await namesOfMembers(tx, unique(deals.map(({ ownerMemberId }) => ownerMemberId)));
  const byDeal = Map.groupBy(roles, ({ dealId }) => dealId);
  const today = businessDateOf(tx.now(), tx.zone);
  return deals.map((deal) => {
    const {
      clientId,
      partnerId,
      ownerMemberId,
      openStage: _open,
      decidedBy: _by,
      createdBy: _maker,
      ...rest
    } = deal;
    const own = byDeal.get(deal.id) ?? [];
    // Whoever only takes part reads neither who brought it nor what was said to them.
    const anothers = hidden && partnerId !== ownPartner(tx);
    const turn = deal.outcome === 'lost' ? null : (stages.get(deal.stage)?.turn ?? null);
    return {
      ...rest,
      ...(anothers ? { title: '', agreementId: null, namedRegistrant: null, decisionReason: null } : {}),
      client: clientId && clients.has(clientId) ? { id: clientId, name: clients.get(clientId) ?? '' } : null,
      partner: partnerId && names.has(partnerId) ? { id: partnerId, name: names.get(partnerId) ?? '' } : null,
      yieldsToDealId: hidden ? null : deal.yieldsToDealId,
      doubt: hidden ? null : deal.doubt,
      source: undefined,
      owner: ownerMemberId ? { id: ownerMemberId, name: owners.get(ownerMemberId) ?? '' } : null,
      isOverdue: isOverdue(deal, tx.now()),
      daysSinceMove: Math.max(0, daysBetween(businessDateOf(deal.movedAt, tx.zone), today)),
      turn,
      participants: own.map((one) => ({
        ...one,
        partner: { id: one.partnerId, name: names.get(one.partnerId) ?? '' },
      })),
      concerns: hidden ? [] : concernsOf(own, { turn, amountMinor: deal.amountMinor }),
    };
  });
}

export async function presentDeal(tx: Tx, deal: DealRecord) {
  const [presented] = await presentDeals(tx, [deal]);
  if (!presented) throw new Error('a list of one has one row');
  return presented;
}

function ownPartner(tx: Tx): string | null {
  return tx.actor.type === 'person' ? tx.actor.partnerId : null;
}

export async function namesOfPartners(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  return new Map((await partnersById(tx, unique(ids))).map(({ id, name }) => [id, name]));
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id !== null))];
}
