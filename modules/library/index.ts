export { rights as libraryRights } from './policy.ts';
