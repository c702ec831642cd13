export * from './contract/path.ts';
export * from './contract/launch.ts';
export * from './contract/pilot.ts';
