import { serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { portalFrame, portalHome } from './service/home.ts';

export const portalRoutes: Served[] = [
  serve(api.getPortalFrame, (ctx) => portalFrame(ctx)),
  serve(api.getPortalHome, (ctx) => portalHome(ctx)),
];
