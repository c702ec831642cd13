import type { PublicServed } from '@mosty/identity/http';
import type { Served } from '@mosty/kernel/http';
import { applicationPublicRoutes, applicationRoutes } from './http/applications.ts';
import { checkRoutes } from './http/check.ts';
import { introductionRoutes } from './http/introductions.ts';
import { mentionRoutes } from './http/mentions.ts';
import { nameRoutes } from './http/names.ts';
import { surveyPublicRoutes } from './http/public.ts';
import { stopListRoutes } from './http/stop-list.ts';
import { stopMeetingRoutes } from './http/stop-meetings.ts';
import { surveyRoutes } from './http/survey.ts';

export const recruitingRoutes: readonly Served[] = [
  ...surveyRoutes,
  ...mentionRoutes,
  ...nameRoutes,
  ...stopListRoutes,
  ...stopMeetingRoutes,
  ...applicationRoutes,
  ...checkRoutes,
  ...introductionRoutes,
];

export const recruitingPublicRoutes: readonly PublicServed[] = [
  ...surveyPublicRoutes,
  ...applicationPublicRoutes,
];
