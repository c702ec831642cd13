export { rights as onboardingRights } from './policy.ts';
