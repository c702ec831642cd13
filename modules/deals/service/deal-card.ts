import { ability, directoryRights, type Ability, type Likeness } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import { toldToPartner } from '../domain/told-to-partner.ts';
import { approve, extend, reject, withdraw } from '../domain/registration.ts';
import { rights } from '../policy.ts';
import { eventsOfDeal } from '../store/deal-events.ts';
import { salesOfDeals, type SaleOfDeal } from '../store/deal-sales.ts';
import { dealsOfClients, type DealRecord } from '../store/deals.ts';
import { knownClient, likenessesOf } from './recognise-client.ts';
import { rulesOf } from './stages.ts';

export interface DealCard {
  readonly history: Awaited<ReturnType<typeof eventsOfDeal>>;
  readonly likenesses: readonly Likeness[];
  readonly beside: readonly DealRecord[];
  readonly sales: readonly SaleOfDeal[];
  readonly can: Record<string, Ability>;
}

/** What stands on the card besides the deal itself. People of a partner are shown what concerns them. */
export async function dealCard(tx: Tx, deal: DealRecord, forPartner: boolean): Promise<DealCard> {
  const beside =
    forPartner || !deal.clientId
      ? []
      : (await dealsOfClients(tx, [deal.clientId])).filter(({ id }) => id !== deal.id);
  return {
    history: await historyOf(tx, deal, forPartner),
    likenesses:
      forPartner || !deal.clientId ? [] : await likenessesOf(tx, await knownClient(tx, deal.clientId)),
    beside,
    sales: forPartner ? [] : await salesOfDeals(tx, [deal.id]),
    can: await canOf(tx, deal, beside),
  };
}

/** Whoever only takes part in another's deal reads nothing of how it went. */
async function historyOf(tx: Tx, { id, partnerId }: DealRecord, forPartner: boolean) {
  if (!forPartner) return eventsOfDeal(tx, id);
  const isTheirs = tx.actor.type === 'person' && tx.actor.partnerId === partnerId;
  // The table knows deals, not partners: that this one is theirs was asked above.
  return isTheirs ? toldToPartner(await beyondPartner(tx, () => eventsOfDeal(tx, id))) : [];
}

async function canOf(tx: Tx, deal: DealRecord, beside: readonly DealRecord[]) {
  const moment = { now: tx.now(), zone: tx.zone, rules: await rulesOf(tx) };
  const decide = ability(() => permit(tx, rights, 'deal.decide'));
  const write = ability(() => permit(tx, rights, 'deal.write'));
  const register = ability(() => permit(tx, rights, 'deal.register'));
  const unless = (right: Ability, outcome: unknown) =>
    right === true ? ability(() => outcome instanceof Refusal && outcome) : right;
  // Whom the form named is chosen at the approval itself.
  const someone = { ...deal, partnerId: deal.partnerId ?? 'somebody' };
  return {
    write,
    merge: ability(() => permit(tx, directoryRights, 'client.merge')),
    approve: unless(decide, approve(someone, beside, moment)),
    reject: unless(decide, reject(deal, moment)),
    extend: unless(decide, extend(deal, moment)),
    withdraw: unless(register, withdraw(deal, moment)),
  };
}
