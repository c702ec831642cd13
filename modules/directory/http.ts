import type { Served } from '@mosty/kernel/http';
import { clientRoutes } from './http/clients.ts';
import { expertiseRoutes } from './http/expertise.ts';
import { partnerRoutes } from './http/partners.ts';
import { requisitesRoutes } from './http/requisites.ts';
import { timelineRoutes } from './http/timeline.ts';
import './service/names.ts';

export const directoryRoutes: Served[] = [
  ...partnerRoutes,
  ...expertiseRoutes,
  ...requisitesRoutes,
  ...timelineRoutes,
  ...clientRoutes,
];
