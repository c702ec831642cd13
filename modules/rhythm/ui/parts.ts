/** What other modules' screens show of the week with a partner. */
export { OwnPlan } from './OwnPlan.tsx';
export { PartnerRhythm } from './PartnerRhythm.tsx';
export { WriteWeek } from './WriteWeek.tsx';
