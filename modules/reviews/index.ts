import './service/portal-tasks.ts';

export { rights as reviewsRights } from './policy.ts';
export { decideReview, remarkReview, showReview, signReview } from './service/act.ts';
export { planReviews, waitForReviews } from './service/plan-reviews.ts';
export { lookForLateReviews, tellLateReviews } from './service/tell-late.ts';
