import type { Served } from '@mosty/kernel/http';

export const libraryRoutes: readonly Served[] = [];
