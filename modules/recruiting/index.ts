import './service/stop-evidence.ts';

export { rights as recruitingRights } from './policy.ts';
export { stopsLike, stopsOfPartner } from './service/stop-matches.ts';
