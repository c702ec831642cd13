import type { Served } from '@mosty/kernel/http';

export const exitsRoutes: readonly Served[] = [];
