import type { Served } from '@mosty/kernel/http';

export const frameworkRoutes: readonly Served[] = [];
