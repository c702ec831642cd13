export * from './contract/batch.ts';
export * from './contract/blocked.ts';
export * from './contract/close.ts';
export * from './contract/document.ts';
export * from './contract/money.ts';
export * from './contract/policy.ts';
export * from './contract/statement.ts';
export * from './contract/write-off.ts';
