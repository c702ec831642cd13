export { rights as filesRights } from './policy.ts';
export { filesReactions } from './reactions.ts';
