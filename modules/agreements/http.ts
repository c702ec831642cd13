import type { Served } from '@mosty/kernel/http';
import { agreementRoutes } from './http/agreements.ts';
import { partnerListRoutes } from './http/partners.ts';
import { versionRoutes } from './http/versions.ts';
import { sampleRoutes } from './http/samples.ts';
import { textRoutes } from './http/texts.ts';
import './service/names.ts';

export const agreementsRoutes: Served[] = [
  ...partnerListRoutes,
  ...agreementRoutes,
  ...versionRoutes,
  ...sampleRoutes,
  ...textRoutes,
];
