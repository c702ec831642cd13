export { rights as libraryRights } from './policy.ts';
export { libraryReactions } from './reactions.ts';
