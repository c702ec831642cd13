import type { Served } from '@mosty/kernel/http';
import { clickRoutes } from './http/clicks.ts';
import { codeRoutes } from './http/codes.ts';
import { linkPictureRoutes } from './http/link-pictures.ts';
import { linkSettingsRoutes } from './http/link-settings.ts';
import { linkRoutes } from './http/links.ts';
import { trackRoutes } from './http/track.ts';
import { visitorPolicyRoutes } from './http/visitor-policy.ts';
import './service/client-part.ts';
import './service/names.ts';

export const trackingRoutes: Served[] = [
  ...codeRoutes,
  ...linkRoutes,
  ...linkPictureRoutes,
  ...linkSettingsRoutes,
  ...trackRoutes,
  ...clickRoutes,
  ...visitorPolicyRoutes,
];
