import type { Served } from '@mosty/kernel/http';

export const noticesRoutes: readonly Served[] = [];
