import type { Served } from '@mosty/kernel/http';

export const agendaRoutes: readonly Served[] = [];
