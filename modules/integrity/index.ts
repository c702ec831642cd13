export { rights as integrityRights } from './policy.ts';
export { integrityReactions } from './reactions.ts';
