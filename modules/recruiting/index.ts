import './service/evidence-of-check.ts';
import './service/evidence-of-mentions.ts';
import './service/names.ts';
import './service/stop-evidence.ts';

export { rights as recruitingRights } from './policy.ts';
export { stopsLike, stopsOfPartner } from './service/stop-matches.ts';
