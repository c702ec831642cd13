export * from './contract/class.ts';
export * from './contract/measure.ts';
export * from './contract/channel.ts';
export * from './contract/numbers.ts';
export * from './contract/partner-economics.ts';
export * from './contract/deal-book.ts';
export * from './contract/first-steps.ts';
