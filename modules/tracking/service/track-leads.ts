import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { TrackedLead } from '../contract/track.ts';
import { rights } from '../policy.ts';
import type { LeadRecord } from '../store/leads.ts';
import { recordLeads } from './record-leads.ts';
import { tellingOf, tellOnce } from './tell-once.ts';

/** Who tells: one for everything that comes by `/track`, whichever key it was sent with. */
export const TRACK_SOURCE = 'track';

export interface LeadOutcome extends LeadRecord {
  readonly customerExternalId: string;
  readonly known: boolean;
}

/**
 * Leads as a program tells them, in their order. The same words again change nothing.
 * @throws tracking.told_differently
 */
export function trackLeads(ctx: Context, told: readonly TrackedLead[]): Promise<LeadOutcome[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lead.record');
    await tellOnce(
      tx,
      told.map((lead) => tellingOf('lead', `${lead.customerExternalId}\n${lead.eventName}`, { ...lead })),
    );
    const { recorded, known, clientIds } = await recordLeads(tx, {
      source: TRACK_SOURCE,
      leads: told.map((lead) => ({
        clientExternalId: lead.customerExternalId,
        clientName: lead.customerName,
        clientEmail: lead.customerEmail,
        eventName: lead.eventName,
        occurredAt: lead.timestamp === undefined ? tx.now() : new Date(lead.timestamp),
        clickId: lead.clickId,
        visitorId: lead.visitorId,
        code: lead.code,
      })),
    });
    const byKey = new Map(
      [...known, ...recorded].map((lead) => [`${lead.clientId} ${lead.eventName}`, lead]),
    );
    const fresh = new Set<string>(recorded.map((lead) => lead.id));
    return told.flatMap(({ customerExternalId, eventName }) => {
      const lead = byKey.get(`${clientIds.get(customerExternalId)} ${eventName}`);
      return lead ? [{ ...lead, customerExternalId, known: !fresh.has(lead.id) }] : [];
    });
  });
}
