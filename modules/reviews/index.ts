export { rights as reviewsRights } from './policy.ts';
export { reviewsReactions } from './reactions.ts';
