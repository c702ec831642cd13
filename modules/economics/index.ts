export { rights as economicsRights } from './policy.ts';
export { economicsReactions } from './reactions.ts';
