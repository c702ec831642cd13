export * from './contract/plan.ts';
export * from './contract/publication.ts';
export * from './contract/week.ts';
export * from './contract/value.ts';
export * from './contract/session.ts';
export * from './contract/calendar.ts';
export * from './contract/touches.ts';
