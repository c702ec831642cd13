import { agreementsAt } from '@mosty/agreements';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { isInForce } from '../domain/agreement.ts';
import { sourcesAsWanted, type Source } from '../domain/claim.ts';
import type { Ruling } from '../domain/engine/facts.ts';
import { rights } from '../policy.ts';
import { markClaim, type ClaimRecord } from '../store/claims.ts';
import { salesById } from '../store/contested.ts';
import { standingParts } from '../store/participants.ts';
import { waitingClaim } from './claims.ts';

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
 * Ends a claim. Upheld, it answers the ruling by which the caller settles the sale again, in the same transaction.
 * @throws attribution.no_claim, attribution.claim_is_over, attribution.no_such_sale, attribution.ruled_without_agreement
 */
export async function settleClaim(
  tx: Tx,
  input: SettleClaim,
): Promise<{ readonly claim: ClaimRecord; readonly ruling: Ruling | null }> {
  permit(tx, rights, 'claim.decide');
  const claim = await waitingClaim(tx, input.claimId);
  const [sale] = await salesById(tx, [claim.saleId]);
  if (!sale) refuse('not_found', 'attribution.no_such_sale');
  const sources = input.outcome === 'upheld' ? (input.sources ?? (await asWanted(tx, claim))) : null;
  if (sources) await checkAgreements(tx, sources, businessDateOf(sale.occurredAt, tx.zone));
  await markClaim(tx, claim.id, input.outcome, {
    reason: input.explanation,
    ruling: sources,
    precedentTitle: input.precedentTitle ?? null,
  });
  tx.audit({
    verb: 'attribution.decide_claim',
    subject: claim.id,
    reason: input.explanation,
    change: { outcome: input.outcome, saleId: claim.saleId, sources },
  });
  tx.emit({ type: 'claim.resolved', claimIds: [claim.id], saleIds: [claim.saleId], outcome: input.outcome });
  const on = businessDateOf(tx.now(), tx.zone);
  return { claim, ruling: sources && { on, claim: claim.id, sources } };
}

async function asWanted(tx: Tx, claim: ClaimRecord): Promise<Source[]> {
  const parts = (await standingParts(tx, [claim.saleId])).get(claim.saleId) ?? [];
  const standing = parts.filter(({ role }) => role === 'source');
  return sourcesAsWanted(claim.wanted, claim.claimantPartnerId, standing);
}

async function checkAgreements(
  tx: Tx,
  sources: readonly Source[],
  day: Parameters<typeof isInForce>[1],
): Promise<void> {
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
