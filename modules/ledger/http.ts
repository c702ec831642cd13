import type { Served } from '@mosty/kernel/http';
import { entryRoutes } from './http/entries.ts';
import { trialBalanceRoutes } from './http/trial-balance.ts';

export const ledgerRoutes: readonly Served[] = [...entryRoutes, ...trialBalanceRoutes];
