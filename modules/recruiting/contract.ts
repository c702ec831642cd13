export * from './contract/stop-list.ts';
