import './service/evidence.ts';
import './service/names.ts';
import './service/portal-tasks.ts';

export { rights as integrityRights } from './policy.ts';
export { integrityReactions } from './reactions.ts';
export { answerOwnQuestion, askPartner } from './service/ask-partner.ts';
export { recordBreach, takeBackBreach } from './service/breaches.ts';
export { liftFlag, makeIncident } from './service/decide-flag.ts';
export { holdForFlag } from './service/hold-for-flag.ts';
export { answerIncident, closeIncident } from './service/incidents.ts';
export { lookForFlags } from './service/look-for-flags.ts';
export { nightlyLook } from './service/nightly-look.ts';
export { raiseFlag } from './service/raise-flag.ts';
export { answerQuestion, setDetector, setPolicy } from './service/settings.ts';
