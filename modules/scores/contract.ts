export * from './contract/parts.ts';
export * from './contract/history.ts';
export * from './contract/scores.ts';
export * from './contract/evidence.ts';
export * from './contract/outcomes.ts';
