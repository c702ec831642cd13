export { rights as rhythmRights } from './policy.ts';
export { rhythmReactions } from './reactions.ts';
