import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { lastQuarter } from '../domain/quarter.ts';
import { planQuarter } from '../store/reviews.ts';
import { waitingOf } from '../store/waiting.ts';
import { tellAssembled } from './review-news.ts';

/**
 * Every partner that worked in the quarter that is over has its review waiting. Safe to repeat. With `partnerId` of that
 * one alone; with `dueOn` to be held by another day than three weeks after the quarter.
 */
export function planReviews(
  ctx: Context,
  wish: { partnerId?: Id<'partner'>; dueOn?: BusinessDate } = {},
): Promise<{ reviewIds: Id<'review'>[] }> {
  return transact(ctx, async (tx) => {
    const quarter = lastQuarter(businessDateOf(tx.now(), tx.zone));
    const reviewIds = await planQuarter(tx, { ...quarter, ...wish });
    if (reviewIds.length > 0) await tellAssembled(tx, quarter.from, await waitingOf(tx, reviewIds));
    return { reviewIds };
  });
}

export const waitForReviews: Round = { name: 'reviews.plan_reviews', run: (ctx) => planReviews(ctx) };
