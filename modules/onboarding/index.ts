import './service/conveyor.ts';
import './service/names.ts';
import './service/portal-tasks.ts';

export { rights as onboardingRights } from './policy.ts';
export { planLaunch } from './service/plan-launch.ts';
export { answerTest, changeStep, markStep } from './service/walk.ts';
export { chooseScenario, recordLiveSession } from './service/lead.ts';
export { pathNow, publishPath } from './service/path-now.ts';
export { lookForSilence, tellSilentLaunches } from './service/tell-silent.ts';
export { changePilot, decidePilot, draftPilot, lockPilot } from './service/pilots.ts';
export { showOwnPilot } from './service/show-own-pilot.ts';
export { lookForDuePilots, tellDuePilots } from './service/tell-due-pilots.ts';
