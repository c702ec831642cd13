import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract/track.ts';
import { trackLeads, type LeadOutcome } from '../service/track-leads.ts';

export const trackRoutes: readonly Served[] = [
  serve(api.trackLead, async (ctx, { body }) => {
    const [lead] = await trackLeads(ctx, [body]);
    return lead ? presentLead(lead) : refuse('conflict', 'tracking.told_differently', {});
  }),
  serve(api.trackLeads, async (ctx, { body }) => ({ items: (await trackLeads(ctx, body)).map(presentLead) })),
];

function presentLead({ clientId, ...lead }: LeadOutcome) {
  return { ...lead, customerId: clientId };
}
