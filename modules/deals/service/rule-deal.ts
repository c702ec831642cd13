import { agreementsAt, type AgreementFact } from '@mosty/agreements';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { ruledFor } from '../domain/registration.ts';
import { rights } from '../policy.ts';
import { salesOfDeals } from '../store/deal-sales.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import { holdRegistrations, saveDeals } from '../store/deals.ts';
import { insertParticipants, participantsOf, removeParticipants } from '../store/participants.ts';
import { agreementFor } from './choose-agreement.ts';
import { lockedDeal } from './known-deal.ts';
import { rulesOf } from './stages.ts';
import { tellDeals } from './tell-deals.ts';

export interface RuleDeal {
  readonly dealId: Id<'deal'>;
  /** Their shares sum to the whole; none: the client was ours. */
  readonly sources: readonly { readonly partnerId: string; readonly sharePpm: number }[];
  /** The claim that was decided so. */
  readonly claimId: Id<'claim'>;
}

/**
 * People ruled whose client it is: the one with the greatest share becomes who registered the deal, and those who
 * share it its sources. Whoever implements or helps stays. Answers the deal's sales, whose money follows.
 * @throws deals.deal_unknown, deals.no_agreement
 */
export async function ruleDeal(tx: Tx, input: RuleDeal): Promise<Id<'sale'>[]> {
  permit(tx, rights, 'deal.decide');
  await holdRegistrations(tx);
  const deal = await lockedDeal(tx, input.dealId);
  const sources = input.sources.toSorted((a, b) => b.sharePpm - a.sharePpm);
  const agreements = Map.groupBy(
    await agreementsAt(
      tx,
      sources.map(({ partnerId }) => partnerId),
    ),
    ({ partnerId }) => partnerId,
  );
  const given = sources.map(({ partnerId, sharePpm }) => {
    const agreement = agreementFor(tx, agreements.get(partnerId as Id<'partner'>) ?? []);
    return { sharePpm, agreement: agreement ?? refuse('not_now', 'deals.no_agreement', { partnerId }) };
  });
  const moment = { now: tx.now(), zone: tx.zone, rules: await rulesOf(tx) };
  const changed = { ...ruledFor(deal, registrantOf(given[0]?.agreement), moment), decidedBy: tx.actor.id };
  await saveDeals(tx, [changed]);
  const role = deal.kind === 'new' ? ('source' as const) : ('expand' as const);
  const was = (await participantsOf(tx, [deal.id])).filter((one) => one.role === role);
  await removeParticipants(
    tx,
    was.map(({ id }) => id),
  );
  await insertParticipants(
    tx,
    given.map(({ agreement, sharePpm }) => ({
      id: tx.id('deal_participant'),
      dealId: deal.id,
      partnerId: agreement.partnerId as Id<'partner'>,
      agreementId: agreement.id as Id<'agreement'>,
      class: agreement.class,
      role,
      sharePpm,
      capMinor: was.find((one) => one.agreementId === agreement.id)?.capMinor ?? null,
    })),
  );
  const change = { claimId: input.claimId, sources: input.sources };
  await insertDealEvents(tx, [{ dealId: deal.id, what: 'ruled', params: change }]);
  tx.audit({ verb: 'deals.rule_deal', subject: deal.id, change });
  tellDeals(tx, 'deal.roles_changed', [deal]);
  return (await salesOfDeals(tx, [deal.id])).map(({ id }) => id);
}

function registrantOf(agreement: AgreementFact | undefined) {
  return agreement
    ? { partnerId: agreement.partnerId as Id<'partner'>, agreementId: agreement.id as Id<'agreement'> }
    : null;
}
