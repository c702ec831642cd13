import type { Served } from '@mosty/kernel/http';

export const readinessRoutes: readonly Served[] = [];
