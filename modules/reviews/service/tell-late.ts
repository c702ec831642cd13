import type { Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { overdueSince, unsignedSince } from '../store/waiting.ts';
import { tellOverdue, tellSignatureLate } from './review-news.ts';

/** What passed longer ago is told by the page and the agenda, not once more as news. */
const NEWS_DAYS = 14;

/** Whose turn it is hears once that the day of a review passed: we decide, the partner signs. Safe to repeat. */
export function tellLateReviews(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const today = businessDateOf(tx.now(), tx.zone);
    const overdue = await overdueSince(tx, today, NEWS_DAYS);
    await tellOverdue(tx, overdue);
    const unsigned = await unsignedSince(tx, today, NEWS_DAYS);
    for (const review of unsigned) await tellSignatureLate(tx, review);
    return overdue.length + unsigned.length;
  });
}

export const lookForLateReviews: Round = { name: 'reviews.tell_late', run: tellLateReviews };
