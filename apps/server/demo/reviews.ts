import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { planReviews, remarkReview, showReview } from '@mosty/reviews';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/**
 * Story 1: the best integrator was shown its quarter and waits for a decision six days too long; the others have till the
 * end of next week.
 */
export async function tellReviews(
  { system, head }: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const best = enrolled.get('Вектор CRM');
  if (best) {
    const { reviewIds } = await planReviews(system, { partnerId: best.partnerId, dueOn: addDays(today, -6) });
    for (const reviewId of reviewIds) {
      await showReview(head, { reviewId });
      await remarkReview(head, {
        reviewId,
        point: 'promises',
        text: 'Материалы к распродаже мы отдали поздно – это наша вина.',
      });
    }
  }
  await planReviews(system, { dueOn: addDays(today, 9) });
}
