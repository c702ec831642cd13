import type { Served } from '@mosty/kernel/http';
import { limitRoutes } from './http/limits.ts';
import { partnerStageRoutes } from './http/partner-stage.ts';
import { pipelineRoutes } from './http/pipeline.ts';

export const lifecycleRoutes: Served[] = [...partnerStageRoutes, ...pipelineRoutes, ...limitRoutes];
