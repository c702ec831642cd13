export { rights as frameworkRights } from './policy.ts';
