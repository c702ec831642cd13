import type { Served } from '@mosty/kernel/http';

export const integrityRoutes: readonly Served[] = [];
