export { rights as rhythmRights } from './policy.ts';
export { rhythmReactions } from './reactions.ts';
export { calendarBehind, makeFeed } from './service/feed.ts';
export { addPlanItem, changePlanItem, lookForMissed, missPlanItems, settlePlanItem } from './service/plan.ts';
export { addPublication, releasePublication, reportPublication } from './service/publications.ts';
export { holdSession, noteSession, planSession } from './service/sessions.ts';
export { recordExchange, thankPartner } from './service/value.ts';
export { dropNextStep, finishNextStep, logEffort, writeWeek, type StepWords } from './service/week.ts';
export { mondayOf } from './domain/monday.ts';
