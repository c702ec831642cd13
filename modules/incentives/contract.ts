export * from './contract/terms.ts';
export * from './contract/explanation.ts';
