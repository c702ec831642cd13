export * from './contract/threads.ts';
export * from './contract/polls.ts';
