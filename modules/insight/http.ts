import type { Served } from '@mosty/kernel/http';
import { channelRoutes } from './http/channel.ts';
import { dealBookRoutes } from './http/deal-book.ts';

export const insightRoutes: readonly Served[] = [...channelRoutes, ...dealBookRoutes];
