import type { Served } from '@mosty/kernel/http';

export const filesRoutes: readonly Served[] = [];
