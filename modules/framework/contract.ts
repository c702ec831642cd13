export * from './contract/framework.ts';
export * from './contract/crossings.ts';
export * from './contract/packages.ts';
