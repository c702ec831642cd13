import type { Served } from '@mosty/kernel/http';

export const economicsRoutes: readonly Served[] = [];
