export * from './instant.ts';
export * from './business-date.ts';
export * from './contract.ts';
