export * from './contract/codes.ts';
export * from './contract/links.ts';
export * from './contract/track.ts';
export * from './contract/clicks.ts';
export * from './contract/visitor-policy.ts';
