export * from './contract/kinds.ts';
export * from './contract/notices.ts';
export * from './contract/choices.ts';
