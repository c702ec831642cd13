import type { Served } from '@mosty/kernel/http';
import { breachRoutes } from './http/breaches.ts';
import { flagRoutes } from './http/flags.ts';
import { lookRoutes } from './http/looks.ts';
import { questionRoutes } from './http/questions.ts';

/** The paths of words stand before the path of an id. */
export const integrityRoutes: readonly Served[] = [
  ...lookRoutes,
  ...flagRoutes,
  ...breachRoutes,
  ...questionRoutes,
];
