export * from './contract/classes.ts';
export * from './contract/agreement.ts';
export * from './contract/version.ts';
export * from './contract/promise.ts';
export * from './contract/partners.ts';
export * from './contract/texts.ts';
export * from './contract/samples.ts';
