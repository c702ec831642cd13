import type { Served } from '@mosty/kernel/http';
import { settleRoutes } from './http/settle.ts';

export const incentivesRoutes: readonly Served[] = [...settleRoutes];
