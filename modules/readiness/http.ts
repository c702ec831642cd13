import { serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { answerQuestion } from './service/answer-question.ts';
import { readReadiness } from './service/read-readiness.ts';

export const readinessRoutes: readonly Served[] = [
  serve(api.readReadiness, (ctx) => readReadiness(ctx)),
  serve(api.answerQuestion, (ctx, { params, body }) => answerQuestion(ctx, { ...params, ...body })),
];
