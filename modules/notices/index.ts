export { rights as noticesRights } from './policy.ts';
export { noticesReactions } from './reactions.ts';
