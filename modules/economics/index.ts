export { rights as economicsRights } from './policy.ts';
export { closeMonth } from './service/close-month.ts';
export { priceHours } from './service/price-hours.ts';
export { setPlan } from './service/set-plan.ts';
export { setRate } from './service/set-rate.ts';
