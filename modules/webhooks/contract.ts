export * from './contract/events.ts';
export * from './contract/endpoints.ts';
export * from './contract/deliveries.ts';
export * from './contract/postbacks.ts';
export * from './contract/feed.ts';
