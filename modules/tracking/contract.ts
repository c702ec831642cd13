export * from './contract/codes.ts';
export * from './contract/links.ts';
export * from './contract/track.ts';
