import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { approve, extend, reject, revive, withdraw } from '../domain/registration.ts';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import {
  dealsOfClients,
  dealsYieldingTo,
  holdRegistrations,
  saveDeals,
  type DealRecord,
} from '../store/deals.ts';
import { insertParticipants, participantsOf } from '../store/participants.ts';
import { isShownTo } from '../store/shown-to.ts';
import { chooseAgreement } from './choose-agreement.ts';
import { firstOwner } from './deal-owner.ts';
import { tellRegistrationDecided } from './registration-news.ts';
import { keptDeal, lockedDeal } from './known-deal.ts';
import { knownClient } from './recognise-client.ts';
import { mustFitStage } from './stage-limit.ts';
import { rulesOf } from './stages.ts';
import { tellDeals } from './tell-deals.ts';

export interface ApproveDeal {
  readonly dealId: Id<'deal'>;
  readonly partnerId?: Id<'partner'> | undefined;
  readonly agreementId?: Id<'agreement'> | undefined;
  readonly clientId?: Id<'client'> | undefined;
  readonly reason?: string | undefined;
}

/**
 * The client is this partner's for the period of protection, and the partner is the deal's source.
 * @throws deals.not_waiting, deals.nobody_registered, deals.registered_earlier, deals.client_not_asked, deals.no_agreement,
 *   deals.stage_limit
 */
export function approveDeal(ctx: Context, input: ApproveDeal): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.decide');
    await holdRegistrations(tx);
    const told = await keptDeal(tx, input.dealId);
    const partnerId = told.partnerId ?? input.partnerId ?? null;
    if (partnerId && !told.partnerId) await keptPartner(tx, partnerId);
    if (input.clientId) await knownClient(tx, input.clientId);
    const agreement = partnerId
      ? await chooseAgreement(tx, partnerId, input.agreementId ?? told.agreementId ?? undefined)
      : null;
    const deal = {
      ...told,
      partnerId,
      agreementId: agreement?.id ?? null,
      clientId: input.clientId ?? told.clientId,
      ownerMemberId: told.ownerMemberId ?? (await firstOwner(tx, partnerId)),
    };
    const others = deal.clientId ? await dealsOfClients(tx, [deal.clientId]) : [];
    if (partnerId) await mustFitStage(tx, partnerId, ['approved']);
    const moment = { now: tx.now(), zone: tx.zone, rules: await rulesOf(tx) };
    const approved = signed(tx, orRefuse(approve(deal, others, moment)), input.reason);
    await saveDeals(tx, [approved]);
    if (partnerId && agreement) await makeSource(tx, approved, partnerId, agreement);
    await note(tx, approved, 'approved', { until: approved.protectedUntil });
    tx.audit({
      verb: 'deals.approve_deal',
      subject: approved.id,
      reason: input.reason,
      change: { protectedUntil: approved.protectedUntil, partnerId },
    });
    tellDeals(tx, 'deal.approved', [approved]);
    await tellRegistrationDecided(tx, approved, 'approved');
    return approved;
  });
}

async function makeSource(
  tx: Tx,
  deal: DealRecord,
  partnerId: Id<'partner'>,
  agreement: Awaited<ReturnType<typeof chooseAgreement>>,
): Promise<void> {
  const role = deal.kind === 'new' ? 'source' : 'expand';
  const roles = await participantsOf(tx, [deal.id]);
  if (roles.some((one) => one.partnerId === partnerId)) return;
  await insertParticipants(tx, [
    {
      id: tx.id('deal_participant'),
      dealId: deal.id,
      partnerId,
      agreementId: agreement.id,
      class: agreement.class,
      role,
      sharePpm: 1_000_000,
      capMinor: null,
    },
  ]);
}

/** The reason goes to whoever registered it. @throws deals.not_waiting */
export function rejectDeal(ctx: Context, input: { dealId: Id<'deal'>; reason: string }): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.decide');
    await holdRegistrations(tx);
    const deal = await keptDeal(tx, input.dealId);
    const rejected = signed(tx, orRefuse(reject(deal, await momentOf(tx))), input.reason);
    return endRegistration(tx, rejected, 'rejected', input.reason);
  });
}

/** By whoever registered it, or by our own people for them. @throws deals.not_registered, deals.deal_closed */
export function withdrawDeal(
  ctx: Context,
  input: { dealId: Id<'deal'>; reason?: string | undefined },
): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.register');
    // Row level security has shown the deal; one's part in another's deal is not one's registration.
    const seen = await lockedDeal(tx, input.dealId);
    const { actor } = tx;
    return beyondPartner(tx, async () => {
      await holdRegistrations(tx);
      if (actor.type === 'person' && actor.partnerId) {
        if (seen.partnerId !== actor.partnerId || !isShownTo(tx, seen))
          refuse('not_found', 'deals.deal_unknown', { dealId: input.dealId });
      } else if (seen.partnerId) await keptPartner(tx, seen.partnerId);
      const deal = await lockedDeal(tx, input.dealId);
      const withdrawn = signed(tx, orRefuse(withdraw(deal, await momentOf(tx))), input.reason);
      return endRegistration(tx, withdrawn, 'withdrawn', input.reason);
    });
  });
}

/** @throws deals.not_protected, deals.extended_enough */
export function extendProtection(
  ctx: Context,
  input: { dealId: Id<'deal'>; reason: string },
): Promise<DealRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.decide');
    await holdRegistrations(tx);
    const extended = orRefuse(extend(await keptDeal(tx, input.dealId), await momentOf(tx)));
    await saveDeals(tx, [extended]);
    await note(tx, extended, 'extended', { until: extended.protectedUntil, reason: input.reason });
    tx.audit({
      verb: 'deals.extend_protection',
      subject: extended.id,
      reason: input.reason,
      change: { protectedUntil: extended.protectedUntil },
    });
    return extended;
  });
}

async function endRegistration(
  tx: Tx,
  deal: DealRecord,
  how: 'rejected' | 'withdrawn',
  reason: string | undefined,
): Promise<DealRecord> {
  await saveDeals(tx, [deal]);
  await note(tx, deal, how, reason === undefined ? {} : { reason });
  tx.audit(
    how === 'rejected'
      ? { verb: 'deals.reject_deal', subject: deal.id, reason }
      : { verb: 'deals.withdraw_deal', subject: deal.id, reason },
  );
  tellDeals(tx, `deal.${how}`, [deal]);
  if (how === 'rejected') await tellRegistrationDecided(tx, deal, how);
  await reviveAfter(tx, [deal.id]);
  return deal;
}

/** Those that came second to registrations which have just ended: the earliest of them has its turn. */
export async function reviveAfter(tx: Tx, endedIds: readonly string[]): Promise<void> {
  const waiting = await dealsYieldingTo(tx, endedIds);
  if (waiting.length === 0) return;
  const clientIds = [...new Set(waiting.flatMap(({ clientId }) => clientId ?? []))];
  const all = Map.groupBy(await dealsOfClients(tx, clientIds), ({ clientId }) => clientId);
  const moment = await momentOf(tx);
  for (const [clientId, group] of Map.groupBy(waiting, (deal) => deal.clientId)) {
    const changed = revive(group, all.get(clientId) ?? [], moment);
    await saveDeals(tx, changed);
    const turned = changed.filter(({ registration }) => registration === 'pending');
    await insertDealEvents(
      tx,
      turned.map(({ id }) => ({ dealId: id, what: 'turn_came' })),
    );
    // Registered they were when they came: nobody outside hears of that twice.
    tellDeals(tx, 'deal.turn_came', turned);
  }
}

async function momentOf(tx: Tx) {
  return { now: tx.now(), zone: tx.zone, rules: await rulesOf(tx) };
}

function signed(tx: Tx, deal: DealRecord, reason: string | undefined): DealRecord {
  return { ...deal, decidedBy: tx.actor.id, decisionReason: reason ?? null };
}

function note(tx: Tx, deal: DealRecord, what: string, params: Record<string, unknown>): Promise<void> {
  return insertDealEvents(tx, [{ dealId: deal.id, what, params }]);
}
