export * from './contract/partner.ts';
export * from './contract/face.ts';
export * from './contract/expertise.ts';
export * from './contract/client.ts';
export * from './contract/requisites.ts';
export * from './contract/search.ts';
export * from './contract/timeline.ts';
