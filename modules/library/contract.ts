export * from './contract/answers.ts';
export * from './contract/assets.ts';
export * from './contract/ideas.ts';
export * from './contract/kit.ts';
