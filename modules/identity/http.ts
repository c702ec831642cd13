import type { Served } from '@mosty/kernel/http';
import { auditRoutes } from './http/audit.ts';
import { lookRoutes } from './http/looks.ts';
import { meRoutes } from './http/me.ts';
import { peopleRoutes } from './http/people.ts';
import { proofRoutes } from './http/proof.ts';
import { settingsRoutes } from './http/settings.ts';

export const identityRoutes: Served[] = [
  ...meRoutes,
  ...proofRoutes,
  ...lookRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...auditRoutes,
];
export { identityPublicRoutes, servePublic, type PublicAnswer, type PublicServed } from './http/public.ts';
