export { rights as recruitingRights } from './policy.ts';
