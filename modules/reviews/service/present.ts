import { may, namesOfMembers } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { assemble } from '../domain/document.ts';
import { endOf } from '../domain/quarter.ts';
import { rights } from '../policy.ts';
import { factsOf } from '../store/facts.ts';
import { findReview, remarksOf, stateOf, type ReviewRecord } from '../store/reviews.ts';

export const isTheirs = (tx: Tx): boolean => tx.actor.type === 'person' && tx.actor.partnerId !== null;

export function presentRow(tx: Tx, row: ReviewRecord) {
  const state = stateOf(row);
  return {
    id: row.id,
    partner: { id: row.partnerId, name: row.partnerName },
    quarter: row.quarter,
    dueOn: row.dueOn,
    isLate: state !== 'signed' && row.dueOn < businessDateOf(tx.now(), tx.zone),
    state,
    decision: row.decision,
  };
}

/**
 * One review as it is read. Until it is shown the team reads what would be shown today; a partner reads nothing before,
 * and afterwards the very same. @throws reviews.review_unknown
 */
export async function presentReview(tx: Tx, reviewId: string) {
  const row = await findReview(tx, reviewId);
  if (!row || (isTheirs(tx) && row.shownAt === null))
    return refuse('not_found', 'reviews.review_unknown', { reviewId });
  const remarks = await remarksOf(tx, reviewId);
  const people = [
    ...remarks.map(({ authorId }) => authorId),
    ...[row.decidedBy, row.signedBy].flatMap((one) => one ?? []),
  ];
  // A partner reads who of us said it: without our names it would read another document than we do.
  const names = await beyondPartner(tx, () => namesOfMembers(tx, people));
  const state = stateOf(row);
  return {
    ...presentRow(tx, row),
    document:
      row.document ??
      assemble(await factsOf(tx, row.partnerId, { from: row.quarter, to: endOf(row.quarter) })),
    shownAt: row.shownAt,
    remarks: remarks.map(({ authorId, ...remark }) => ({ ...remark, author: names.get(authorId) ?? '' })),
    reason: row.reason,
    goals: row.goals ?? [],
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    signedAt: row.signedAt,
    signedBy: row.signedBy === null ? null : (names.get(row.signedBy) ?? ''),
    can: {
      show: state === 'open' && may(tx, rights, 'review.write'),
      remark: state !== 'signed' && state !== 'open' && may(tx, rights, 'review.remark'),
      decide: state === 'shown' && may(tx, rights, 'review.decide'),
      sign: state === 'decided' && may(tx, rights, 'review.sign'),
    },
  };
}
