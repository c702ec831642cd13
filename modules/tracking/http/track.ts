import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/track.ts';
import { trackClicks } from '../service/track-clicks.ts';
import { trackLeads, type LeadOutcome } from '../service/track-leads.ts';

export const trackRoutes: readonly Served[] = [
  serve(api.trackClick, async (ctx, { body, headers }) => {
    return theOne(await trackClicks(ctx, { clicks: [body], ...askerOf(headers) }));
  }),
  serve(api.trackClicks, async (ctx, { body, headers }) => ({
    items: await trackClicks(ctx, { clicks: body, ...askerOf(headers) }),
  })),
  serve(api.trackLead, async (ctx, { body }) => {
    return presentLead(theOne(await trackLeads(ctx, [body])));
  }),
  serve(api.trackLeads, async (ctx, { body }) => ({ items: (await trackLeads(ctx, body)).map(presentLead) })),
];

function presentLead({ clientId, ...lead }: LeadOutcome) {
  return { ...lead, customerId: clientId };
}

/** A page tells its origin by itself; a program has none. */
function askerOf(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const { origin, 'user-agent': userAgent } = headers;
  return {
    origin: typeof origin === 'string' ? origin : null,
    userAgent: typeof userAgent === 'string' ? userAgent : null,
  };
}

function theOne<T>([outcome]: readonly T[]): T {
  if (outcome === undefined) throw new Error('one fact was told and none is answered');
  return outcome;
}
