export * from './contract/stages.ts';
export * from './contract/evidence.ts';
export * from './contract/move.ts';
export * from './contract/partner-stage.ts';
export * from './contract/pipeline.ts';
export * from './contract/limits.ts';
