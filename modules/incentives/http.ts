import type { Served } from '@mosty/kernel/http';

export const incentivesRoutes: readonly Served[] = [];
