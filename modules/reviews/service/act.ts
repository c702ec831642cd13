import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { Decision, Point, State } from '../contract.ts';
import { assemble } from '../domain/document.ts';
import { endOf } from '../domain/quarter.ts';
import { rights } from '../policy.ts';
import { factsOf } from '../store/facts.ts';
import {
  insertRemark,
  lockReview,
  saveDecision,
  saveDocument,
  saveSignature,
  stateOf,
  type ReviewRecord,
} from '../store/reviews.ts';
import { isTheirs, presentReview } from './present.ts';

/** Locked; a manager acts on the reviews of the partners they keep. */
async function hold(tx: Tx, reviewId: string): Promise<ReviewRecord> {
  const row = await lockReview(tx, reviewId);
  if (!row || (isTheirs(tx) && row.shownAt === null))
    return refuse('not_found', 'reviews.review_unknown', { reviewId });
  if (!isTheirs(tx)) await keptPartner(tx, row.partnerId);
  return row;
}

function expectState(row: ReviewRecord, ...wanted: readonly State[]): void {
  const state = stateOf(row);
  if (!wanted.includes(state)) refuse('conflict', 'reviews.not_now', { state });
}

/** Keeps the document as it is now: from here on both sides read the same (S0.15). @throws reviews.not_now */
export function showReview(ctx: Context, { reviewId }: { reviewId: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'review.write');
    const row = await hold(tx, reviewId);
    expectState(row, 'open');
    await saveDocument(
      tx,
      reviewId,
      assemble(await factsOf(tx, row.partnerId, { from: row.quarter, to: endOf(row.quarter) })),
    );
    tx.audit({
      verb: 'reviews.show_review',
      subject: row.partnerId,
      change: { reviewId, quarter: row.quarter },
    });
    tx.emit({ type: 'review.shown', partnerId: row.partnerId, reviewId });
    return presentReview(tx, reviewId);
  });
}

/** @throws reviews.not_now: nothing is said of what was not shown, nor after it was signed */
export function remarkReview(ctx: Context, said: { reviewId: string; point: Point; text: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'review.remark');
    const row = await hold(tx, said.reviewId);
    expectState(row, 'shown', 'decided');
    const side = isTheirs(tx) ? 'theirs' : 'ours';
    await insertRemark(tx, row, { point: said.point, text: said.text, side });
    tx.audit({
      verb: 'reviews.remark_review',
      subject: row.partnerId,
      change: { reviewId: said.reviewId, point: said.point },
    });
    tx.emit({ type: 'review.remarked', partnerId: row.partnerId, reviewId: said.reviewId, side });
    return presentReview(tx, said.reviewId);
  });
}

/**
 * Continue, change or part: with a reason, once (S0.54). To part is a decision to begin the parting on the card, with its
 * own gate; a review moves nobody by itself. @throws reviews.not_now
 */
export function decideReview(
  ctx: Context,
  said: { reviewId: string; decision: Decision; reason: string; goals: readonly string[] },
) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'review.decide');
    const row = await hold(tx, said.reviewId);
    expectState(row, 'shown');
    await saveDecision(tx, said.reviewId, said);
    tx.audit({
      verb: 'reviews.decide_review',
      subject: row.partnerId,
      reason: said.reason,
      change: { reviewId: said.reviewId, decision: said.decision },
    });
    tx.emit({
      type: 'review.decided',
      partnerId: row.partnerId,
      reviewId: said.reviewId,
      decision: said.decision,
    });
    return presentReview(tx, said.reviewId);
  });
}

/** The partner's own person puts a name under it. @throws reviews.not_now */
export function signReview(ctx: Context, { reviewId }: { reviewId: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'review.sign');
    const row = await hold(tx, reviewId);
    expectState(row, 'decided');
    await saveSignature(tx, reviewId);
    tx.audit({ verb: 'reviews.sign_review', subject: row.partnerId, change: { reviewId } });
    tx.emit({ type: 'review.signed', partnerId: row.partnerId, reviewId });
    return presentReview(tx, reviewId);
  });
}
