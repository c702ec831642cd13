import type { Served } from '@mosty/kernel/http';
import { channelRoutes } from './http/channel.ts';
import { clientWorthRoutes } from './http/client-worth.ts';
import { dealBookRoutes } from './http/deal-book.ts';
import { reputationRoutes } from './http/reputation.ts';
import { partnerLifeRoutes } from './http/partner-life.ts';

export const insightRoutes: readonly Served[] = [
  ...channelRoutes,
  ...dealBookRoutes,
  ...clientWorthRoutes,
  ...reputationRoutes,
  ...partnerLifeRoutes,
];
