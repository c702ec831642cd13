export * from './money.ts';
export * from './round.ts';
export * from './exact.ts';
export * from './rate.ts';
export * from './allocate.ts';
export * from './contract.ts';
