export { rights as exitsRights } from './policy.ts';
