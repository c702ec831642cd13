import { serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { portalFrame, portalHome } from './service/home.ts';
import { exportOwnData } from './service/own-data.ts';

export const portalRoutes: Served[] = [
  serve(api.getPortalFrame, (ctx) => portalFrame(ctx)),
  serve(api.getPortalHome, (ctx) => portalHome(ctx)),
];

/** The partner's own data, read through the very doors its pages read through: the composition hands them over. */
export function ownDataRoute(doors: readonly Served[]): Served {
  return serve(api.exportOwnData, (ctx, asked) => exportOwnData(ctx, doors, asked));
}
