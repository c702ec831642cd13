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
import { standingDecisions } from '../store/decisions.ts';
import { standingParts } from '../store/participants.ts';
import { currentPolicy } from '../store/policies.ts';
import { partnersIn } from './gather-facts.ts';

export interface OpenClaim {
  readonly saleId: Id<'sale'>;
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
 * Contests who brought a sale, while the decision is young enough by the policy. A partner contests for itself what
 * it may see: a sale it took part in, or one whose decision speaks of it.
 * @throws attribution.no_such_sale, attribution.too_late_to_contest, attribution.contested_already,
 *   attribution.wants_nothing
 */
export function openClaim(ctx: Context, input: OpenClaim): Promise<ClaimChanged> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'claim.open');
    const claimant = await claimantOf(tx, input.partnerId);
    if (claimant === null && input.wanted.outcome !== 'direct')
      refuse('invalid', 'attribution.wants_nothing');
    const decision = (await standingDecisions(tx, [input.saleId])).get(input.saleId);
    const [sale] = await salesById(tx, [input.saleId]);
    if (!sale && !decision) refuse('not_found', 'attribution.no_such_sale');
    const policy = await currentPolicy(tx);
    const today = businessDateOf(tx.now(), tx.zone);
    const since = decision?.decidedAt ?? sale?.recordedAt ?? tx.now();
    const last = contestableTo(businessDateOf(since, tx.zone), policy.body.claims.windowDays);
    if (today > last) refuse('not_now', 'attribution.too_late_to_contest', { last });
    const parts = (await standingParts(tx, [input.saleId])).get(input.saleId) ?? [];
    const named = decision ? partnersIn(decision.facts) : [];
    const id = tx.id('claim');
    const isNew = await insertClaim(tx, {
      id,
      saleId: input.saleId,
      claimantPartnerId: claimant,
      partnerIds: [
        ...new Set([...named, ...parts.map((one) => one.partnerId), ...(claimant ? [claimant] : [])]),
      ],
      openedBy: tx.actor.id,
      openedAt: tx.now(),
      claims: input.claims,
      wanted: input.wanted,
      evidence: input.evidence,
      respondBy: addDays(today, policy.body.claims.answerDays),
      contestedId: decision?.id ?? null,
    });
    if (!isNew) refuse('conflict', 'attribution.contested_already');
    tx.audit({ verb: 'attribution.open_claim', subject: id, change: { saleId: input.saleId, claimant } });
    tx.emit({ type: 'claim.opened', claimIds: [id], saleIds: [input.saleId] });
    return { id, state: 'open' };
  });
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
    tx.emit({ type: 'claim.resolved', claimIds: [claim.id], saleIds: [claim.saleId], outcome: 'withdrawn' });
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
