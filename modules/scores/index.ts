export { rights as scoresRights } from './policy.ts';
export { scoresReactions } from './reactions.ts';
