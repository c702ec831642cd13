export * from './contract/terms.ts';
export * from './contract/explanation.ts';
export * from './contract/templates.ts';
export * from './contract/schemes.ts';
export * from './contract/calculator.ts';
export * from './contract/accruals.ts';
export * from './contract/holds.ts';
