import './service/forget-people.ts';

export { rights as frameworkRights } from './policy.ts';
export { frameworkNow, publishFramework } from './service/publish-framework.ts';
export { lookForCrossings, proposeCrossings } from './service/propose-crossings.ts';
export { noteGiven } from './service/packages.ts';
export { decideCrossing } from './service/decide-crossing.ts';
