import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { pageOfReviews } from '../store/reviews.ts';

/** A decision that waits for the partner's name. */
definePortalTask('reviews.to_sign', async (tx, partnerId) => {
  if (!may(tx, rights, 'review.sign')) return [];
  const waiting = await pageOfReviews(tx, { partnerId, state: 'decided', shownOnly: true, limit: 5 });
  return waiting.map(({ id, dueOn }) => ({
    code: 'reviews.to_sign',
    params: { count: waiting.length },
    to: `/portal/reviews/${id}`,
    dueOn,
  }));
});
