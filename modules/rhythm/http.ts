import type { Served } from '@mosty/kernel/http';

export const rhythmRoutes: readonly Served[] = [];
