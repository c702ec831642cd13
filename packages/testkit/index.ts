export * from './database.ts';
export * from './actors.ts';
