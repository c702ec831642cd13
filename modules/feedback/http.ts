import type { Served } from '@mosty/kernel/http';
import { pollRoutes } from './http/polls.ts';
import { threadRoutes } from './http/threads.ts';
import './service/names.ts';
import './service/polls/portal-tasks.ts';

export const feedbackRoutes: Served[] = [...threadRoutes, ...pollRoutes];
