import { agreementsAt } from '@mosty/agreements';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { isInForce } from '../domain/agreement.ts';
import { sourcesAsWanted, type Source } from '../domain/claim.ts';
import type { Ruling } from '../domain/engine/facts.ts';
import { rights } from '../policy.ts';
import { markClaim, type ClaimRecord } from '../store/claims.ts';
import { salesById } from '../store/contested.ts';
import { contestedDeals, partsOfDeal, sourcesOfDeal } from '../store/contested-deals.ts';
import { standingParts } from '../store/participants.ts';
import { tellClaimSettled } from './claim-news.ts';
import { aboutOf, waitingClaim } from './claims.ts';

export interface SettleClaim {
  readonly claimId: Id<'claim'>;
  readonly outcome: 'upheld' | 'rejected';
  /** Read by both sides. */
  readonly explanation: string;
  /** Otherwise than it was asked for. */
  readonly sources?: readonly Source[] | undefined;
  readonly precedentTitle?: string | undefined;
}

/**
 * Ends a claim. Upheld, it answers the ruling by which the caller settles the sale again, or gives the deal to those it
 * names, in the same transaction.
 * @throws attribution.no_claim, attribution.claim_is_over, attribution.no_such_sale, attribution.no_such_deal,
 *   attribution.ruled_without_agreement
 */
export async function settleClaim(
  tx: Tx,
  input: SettleClaim,
): Promise<{ readonly claim: ClaimRecord; readonly ruling: Ruling | null }> {
  permit(tx, rights, 'claim.decide');
  const claim = await waitingClaim(tx, input.claimId);
  const standing = claim.dealId
    ? await standingOfDeal(tx, claim.dealId)
    : await standingOfSale(tx, claim.saleId ?? refuse('not_found', 'attribution.no_such_sale'));
  const sources =
    input.outcome === 'upheld'
      ? (input.sources ?? sourcesAsWanted(claim.wanted, claim.claimantPartnerId, standing.sources))
      : null;
  if (sources) await checkAgreements(tx, sources, standing.day);
  await markClaim(tx, claim.id, input.outcome, {
    reason: input.explanation,
    ruling: sources,
    precedentTitle: input.precedentTitle ?? null,
  });
  tx.audit({
    verb: 'attribution.decide_claim',
    subject: claim.id,
    reason: input.explanation,
    change: { outcome: input.outcome, ...aboutOf(claim), sources },
  });
  tx.emit({ type: 'claim.resolved', claimIds: [claim.id], ...aboutOf(claim), outcome: input.outcome });
  await tellClaimSettled(tx, claim);
  const on = businessDateOf(tx.now(), tx.zone);
  return { claim, ruling: sources && { on, claim: claim.id, sources } };
}

interface Standing {
  readonly sources: readonly Source[];
  /** Whoever gets it had to have an agreement in force. */
  readonly day: BusinessDate;
}

async function standingOfSale(tx: Tx, saleId: Id<'sale'>): Promise<Standing> {
  const [sale] = await salesById(tx, [saleId]);
  if (!sale) refuse('not_found', 'attribution.no_such_sale');
  const parts = (await standingParts(tx, [saleId])).get(saleId) ?? [];
  return {
    sources: parts.filter(({ role }) => role === 'source'),
    day: businessDateOf(sale.occurredAt, tx.zone),
  };
}

/** A deal is given to somebody as of now: what it already brought is decided again by the rules. */
async function standingOfDeal(tx: Tx, dealId: Id<'deal'>): Promise<Standing> {
  const [deal] = await contestedDeals(tx, [dealId]);
  if (!deal) refuse('not_found', 'attribution.no_such_deal');
  return {
    sources: sourcesOfDeal(deal, await partsOfDeal(tx, dealId)),
    day: businessDateOf(tx.now(), tx.zone),
  };
}

async function checkAgreements(tx: Tx, sources: readonly Source[], day: BusinessDate): Promise<void> {
  const agreements = await agreementsAt(
    tx,
    sources.map(({ partnerId }) => partnerId),
  );
  const inForce = new Set<string>(
    agreements.filter((one) => isInForce(one, day)).map(({ partnerId }) => partnerId),
  );
  const without = sources.find(({ partnerId }) => !inForce.has(partnerId));
  if (without)
    refuse('invalid', 'attribution.ruled_without_agreement', { partnerId: without.partnerId, day });
}
