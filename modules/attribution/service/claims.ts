import { knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import type { ClaimState, Evidence, Wanted } from '../contract/claims.ts';
import { checkWaiting, contestableTo } from '../domain/claim.ts';
import { rights } from '../policy.ts';
import { insertClaim, insertNote, lockClaim, markClaim, type ClaimRecord } from '../store/claims.ts';
import { salesById } from '../store/contested.ts';
import { contestedDeals, partsOfDeal } from '../store/contested-deals.ts';
import { standingDecisions } from '../store/decisions.ts';
import { standingParts } from '../store/participants.ts';
import { currentPolicy } from '../store/policies.ts';
import { tellClaimOpened, tellClaimWithdrawn } from './claim-news.ts';
import { partnersIn } from './gather-facts.ts';

export interface OpenClaim {
  /** One of the two: a sale, or a deal as a whole. */
  readonly saleId?: Id<'sale'> | undefined;
  readonly dealId?: Id<'deal'> | undefined;
  /** For whom, where a person of ours opens it; absent: for ourselves. */
  readonly partnerId?: Id<'partner'> | undefined;
  readonly claims: string;
  readonly wanted: Wanted;
  readonly evidence: readonly Evidence[];
}

export interface ClaimChanged {
  readonly id: Id<'claim'>;
  readonly state: ClaimState;
}

/**
 * Contests who brought a sale, or whose a deal is, while the decision is young enough by the policy; a deal also as long
 * as it is open. A partner contests for itself what it may see: what it takes part in, or what speaks of it.
 * @throws attribution.no_such_sale, attribution.no_such_deal, attribution.too_late_to_contest, attribution.contested_already,
 *   attribution.wants_nothing
 */
export function openClaim(ctx: Context, input: OpenClaim): Promise<ClaimChanged> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'claim.open');
    const claimant = await claimantOf(tx, input.partnerId);
    if (claimant === null && input.wanted.outcome !== 'direct')
      refuse('invalid', 'attribution.wants_nothing');
    const policy = await currentPolicy(tx);
    const contested = input.dealId
      ? await contestedDeal(tx, input.dealId)
      : await contestedSale(tx, input.saleId ?? refuse('not_found', 'attribution.no_such_sale'));
    const today = businessDateOf(tx.now(), tx.zone);
    if (contested.since) {
      const last = contestableTo(businessDateOf(contested.since, tx.zone), policy.body.claims.windowDays);
      if (today > last) refuse('not_now', 'attribution.too_late_to_contest', { last });
    }
    const id = tx.id('claim');
    const partnerIds = [...new Set([...contested.partnerIds, ...(claimant ? [claimant] : [])])];
    const respondBy = addDays(today, policy.body.claims.answerDays);
    const isNew = await insertClaim(tx, {
      id,
      saleId: input.saleId ?? null,
      dealId: input.dealId ?? null,
      claimantPartnerId: claimant,
      partnerIds,
      openedBy: tx.actor.id,
      openedAt: tx.now(),
      claims: input.claims,
      wanted: input.wanted,
      evidence: input.evidence,
      respondBy,
      contestedId: contested.decisionId,
    });
    if (!isNew) refuse('conflict', 'attribution.contested_already');
    const about = aboutOf({ saleId: input.saleId ?? null, dealId: input.dealId ?? null });
    tx.audit({ verb: 'attribution.open_claim', subject: id, change: { ...about, claimant } });
    tx.emit({ type: 'claim.opened', claimIds: [id], ...about });
    await tellClaimOpened(tx, { id, partnerIds, respondBy });
    return { id, state: 'open' };
  });
}

/** What a claim is about, as its events tell it. */
export const aboutOf = ({ saleId, dealId }: Pick<ClaimRecord, 'saleId' | 'dealId'>) => ({
  ...(saleId && { saleIds: [saleId] }),
  ...(dealId && { dealIds: [dealId] }),
});

interface Contested {
  readonly decisionId: string | null;
  /** From when on the days are counted; null: it is open, and may be contested. */
  readonly since: Date | null;
  readonly partnerIds: readonly string[];
}

async function contestedSale(tx: Tx, saleId: Id<'sale'>): Promise<Contested> {
  const decision = (await standingDecisions(tx, [saleId])).get(saleId);
  const [sale] = await salesById(tx, [saleId]);
  if (!sale && !decision) refuse('not_found', 'attribution.no_such_sale');
  const parts = (await standingParts(tx, [saleId])).get(saleId) ?? [];
  const named = decision ? partnersIn(decision.facts) : [];
  return {
    decisionId: decision?.id ?? null,
    since: decision?.decidedAt ?? sale?.recordedAt ?? tx.now(),
    partnerIds: [...named, ...parts.map((one) => one.partnerId)],
  };
}

async function contestedDeal(tx: Tx, dealId: Id<'deal'>): Promise<Contested> {
  const [deal] = await contestedDeals(tx, [dealId]);
  if (!deal) refuse('not_found', 'attribution.no_such_deal');
  const parts = await partsOfDeal(tx, dealId);
  return {
    decisionId: null,
    since: deal.closedAt,
    partnerIds: [...(deal.partnerId ? [deal.partnerId] : []), ...parts.map((one) => one.partnerId)],
  };
}

/** People of a partner speak for it and for nobody else. */
async function claimantOf(tx: Tx, named: Id<'partner'> | undefined): Promise<Id<'partner'> | null> {
  const own = sideOf(tx);
  if (own !== null) {
    if (named !== undefined && named !== own)
      refuse('not_found', 'directory.partner_unknown', { partnerId: named });
    return own;
  }
  if (named === undefined) return null;
  await knownPartner(tx, named);
  return named;
}

export const sideOf = ({ actor }: Pick<Context, 'actor'>): Id<'partner'> | null =>
  actor.type === 'person' ? actor.partnerId : null;

/** Says what one side has to say. Once the other side has spoken the claim is answered. */
export function answerClaim(
  ctx: Context,
  input: { readonly claimId: Id<'claim'>; readonly said: string },
): Promise<ClaimChanged> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'claim.answer');
    const claim = await waitingClaim(tx, input.claimId);
    const side = sideOf(tx);
    await insertNote(tx, claim.id, { partnerId: side, said: input.said });
    const state = side === claim.claimantPartnerId ? claim.state : 'answered';
    if (state !== claim.state) await markClaim(tx, claim.id, state, null);
    tx.audit({ verb: 'attribution.answer_claim', subject: claim.id });
    return { id: claim.id, state };
  });
}

/** The claimant takes the claim back; our people may do it for whomever they opened it for. */
export function withdrawClaim(ctx: Context, input: { readonly claimId: Id<'claim'> }): Promise<ClaimChanged> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'claim.open');
    const claim = await waitingClaim(tx, input.claimId);
    const side = sideOf(tx);
    if (side !== null && side !== claim.claimantPartnerId) refuse('not_found', 'attribution.no_claim');
    await markClaim(tx, claim.id, 'withdrawn', null);
    tx.audit({ verb: 'attribution.withdraw_claim', subject: claim.id });
    tx.emit({ type: 'claim.resolved', claimIds: [claim.id], ...aboutOf(claim), outcome: 'withdrawn' });
    await tellClaimWithdrawn(tx, claim);
    return { id: claim.id, state: 'withdrawn' };
  });
}

/** Locked until the commit: two people do not end one claim. */
export async function waitingClaim(tx: Tx, id: string): Promise<ClaimRecord> {
  const claim = (await lockClaim(tx, id)) ?? refuse('not_found', 'attribution.no_claim');
  const refusal = checkWaiting(claim.state);
  if (refusal) throw refusal;
  return claim;
}
