export * from './contract/roles.ts';
export * from './contract/me.ts';
export * from './contract/workspace.ts';
