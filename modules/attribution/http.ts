import type { Served } from '@mosty/kernel/http';
import { claimRoutes } from './http/claims.ts';
import { modelRoutes } from './http/models.ts';
import { policyRoutes } from './http/policies.ts';
import { whoBroughtRoutes } from './http/who-brought.ts';
import { whoOfDealRoute } from './http/who-of-deal.ts';

export const attributionRoutes: readonly Served[] = [
  ...whoBroughtRoutes,
  whoOfDealRoute,
  ...claimRoutes,
  ...policyRoutes,
  ...modelRoutes,
];
