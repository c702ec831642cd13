import type { Served } from '@mosty/kernel/http';
import { claimRoutes } from './http/claims.ts';
import { modelRoutes } from './http/models.ts';
import { policyRoutes } from './http/policies.ts';
import { whoBroughtRoutes } from './http/who-brought.ts';

export const attributionRoutes: readonly Served[] = [
  ...whoBroughtRoutes,
  ...claimRoutes,
  ...policyRoutes,
  ...modelRoutes,
];
