export * from './contract/accounts.ts';
export * from './contract/entries.ts';
