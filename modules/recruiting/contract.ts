export * from './contract/survey.ts';
export * from './contract/mentions.ts';
export * from './contract/names.ts';
export * from './contract/profile.ts';
export * from './contract/check.ts';
export * from './contract/alliance.ts';
export * from './contract/stop-list.ts';
