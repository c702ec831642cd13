export { rights as portalRights } from './policy.ts';
export { portalFrame, portalHome } from './service/home.ts';
