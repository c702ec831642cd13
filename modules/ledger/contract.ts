export * from './contract/accounts.ts';
export * from './contract/entries.ts';
export * from './contract/trial-balance.ts';
