import type { Served } from '@mosty/kernel/http';

export const reviewsRoutes: readonly Served[] = [];
