import type { Served } from '@mosty/kernel/http';

export const scoresRoutes: readonly Served[] = [];
