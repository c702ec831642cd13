export * from './contract/kinds.ts';
export * from './contract/mapping.ts';
export * from './contract/result.ts';
export * from './contract/brought.ts';
export * from './contract/import.ts';
export * from './contract/operations.ts';
export * from './contract/play.ts';
export * from './contract/intake.ts';
