import type { Served } from '@mosty/kernel/http';
import { stopListRoutes } from './http/stop-list.ts';

export const recruitingRoutes: readonly Served[] = [...stopListRoutes];
