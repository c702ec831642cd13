export { rights as readinessRights } from './policy.ts';
export { readinessReactions } from './reactions.ts';
