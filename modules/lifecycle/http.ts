import type { Served } from '@mosty/kernel/http';

export const lifecycleRoutes: Served[] = [];
