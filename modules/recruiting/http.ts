import type { Served } from '@mosty/kernel/http';

export const recruitingRoutes: readonly Served[] = [];
