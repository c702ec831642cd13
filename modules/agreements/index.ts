import './service/conveyor.ts';
import './service/portal-tasks.ts';

export { rights as agreementsRights } from './policy.ts';
export type { NewAgreement } from './domain/opening.ts';
export { decideClass } from './domain/decide-class.ts';
export { openAgreements, type OpeningOutcome } from './service/open-agreements.ts';
export { openAgreement } from './service/open-agreement.ts';
export { proposeVersion } from './service/propose-version.ts';
export { acceptAgreement, type AcceptAgreement } from './service/accept-agreement.ts';
export { launchAgreement } from './service/launch-agreement.ts';
export { endAgreement } from './service/end-agreement.ts';
export { agreementsAt, type AgreementFact } from './service/agreements-at.ts';
export { knownAgreement } from './service/kept-agreement.ts';
export { changeClass, type ChangeClass } from './service/change-class.ts';
export { addPromise, settlePromise, type AddPromise } from './service/promises.ts';
export { promisesOf, type PromiseRecord } from './store/promises.ts';
export { kindName } from './service/kind-name.ts';
