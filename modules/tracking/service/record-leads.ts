import { ensureClients, nameClients } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { isId, type Id } from '@mosty/kernel/id';
import { rights } from '../policy.ts';
import { clicksById } from '../store/touches.ts';
import { insertLeads, leadsOfClients, type LeadRecord } from '../store/leads.ts';
import { bindVisitors } from './bind-visitors.ts';
import { codesByText } from './codes-by-text.ts';

export interface NewLead {
  readonly clientId?: Id<'client'> | undefined;
  /** The teller's own number of the client; whoever is new is written down. One of the two is needed. */
  readonly clientExternalId?: string | undefined;
  readonly clientName?: string | undefined;
  readonly clientEmail?: string | undefined;
  readonly eventName: string;
  readonly occurredAt: Date;
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  /** A promo or referral code that was named. */
  readonly code?: string | undefined;
  readonly externalId?: string | undefined;
}

export interface RecordLeads {
  readonly source: string;
  readonly leads: readonly NewLead[];
}

export interface RecordedLeads {
  readonly recorded: readonly LeadRecord[];
  /** The client had done this before: one lead per client and event name. */
  readonly known: readonly LeadRecord[];
  /** The teller's number of a client → ours. */
  readonly clientIds: ReadonlyMap<string, Id<'client'>>;
}

/** Records what clients did short of paying, once per client and event name for ever. */
export function recordLeads(ctx: Context, input: RecordLeads): Promise<RecordedLeads> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lead.record');
    const clientIds = await namedClients(tx, input.leads);
    const clientOf = (lead: NewLead) => lead.clientId ?? clientIds.get(lead.clientExternalId ?? '');
    await bindVisitors(
      tx,
      input.leads.flatMap((lead) => {
        const clientId = clientOf(lead);
        return clientId
          ? [{ clientId, clickId: lead.clickId, visitorId: lead.visitorId, at: lead.occurredAt }]
          : [];
      }),
    );
    // Read after the binding has met the loader: a click that came meanwhile credits its lead at once.
    const rows = await toRows(tx, input.leads, clientOf);
    const written = await insertLeads(tx, input.source, rows);
    const stored = await leadsOfClients(tx, [...new Set(rows.map((row) => row.clientId))]);
    const told = new Set(rows.map(keyOf));
    const asked = stored.filter((lead) => told.has(keyOf(lead)));
    const recorded = asked.filter((lead) => written.has(lead.id));
    if (recorded.length > 0) announce(tx, input.source, recorded);
    return { recorded, known: asked.filter((lead) => !written.has(lead.id)), clientIds };
  });
}

const keyOf = (lead: { clientId: string; eventName: string }) => `${lead.clientId} ${lead.eventName}`;

async function namedClients(tx: Tx, leads: readonly NewLead[]): Promise<Map<string, Id<'client'>>> {
  const named = leads.flatMap(({ clientId, clientExternalId, clientName, clientEmail }) =>
    clientExternalId && !clientId
      ? [{ externalId: clientExternalId, name: clientName, email: clientEmail }]
      : [],
  );
  const clients = await ensureClients(tx, named);
  await nameClients(tx, named);
  return new Map([...clients].map(([externalId, client]) => [externalId, client.id]));
}

async function toRows(
  tx: Tx,
  leads: readonly NewLead[],
  clientOf: (lead: NewLead) => Id<'client'> | undefined,
): Promise<LeadRecord[]> {
  const codes = await codesByText(
    tx,
    leads.flatMap((lead) => lead.code ?? []),
  );
  const clicks = new Map(
    (
      await clicksById(
        tx,
        leads.flatMap((lead) => lead.clickId ?? []),
      )
    ).map((click) => [click.id, click]),
  );
  const rows = leads.flatMap((lead): LeadRecord[] => {
    const clientId = clientOf(lead);
    if (!clientId) return [];
    // A code that was named says more than a click that happened.
    const code = lead.code === undefined ? undefined : codes.get(lead.code.toLowerCase());
    const click = clicks.get(lead.clickId ?? '');
    const followed = click?.linkId ?? '';
    return [
      {
        id: tx.ids.next('lead', lead.occurredAt),
        clientId,
        eventName: lead.eventName,
        occurredAt: lead.occurredAt,
        clickId: lead.clickId ?? null,
        visitorId: lead.visitorId ?? null,
        codeId: code?.id ?? (isId('code', followed) ? followed : null),
        linkId: code === undefined && isId('link', followed) ? followed : null,
        partnerId: (code ?? click)?.partnerId ?? null,
        agreementId: (code ?? click)?.agreementId ?? null,
        externalId: lead.externalId ?? null,
      },
    ];
  });
  return [...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values()];
}

function announce(tx: Tx, source: string, recorded: readonly LeadRecord[]): void {
  tx.audit({
    verb: 'tracking.record_leads',
    subject: recorded[0]?.id ?? '',
    change: { source, count: recorded.length, first: recorded[0]?.id, last: recorded.at(-1)?.id },
  });
  tx.emit({
    type: 'lead.created',
    leadIds: recorded.map((lead) => lead.id),
    clientIds: [...new Set(recorded.map((lead) => lead.clientId))],
    leads: recorded.map(({ id, clientId, partnerId, agreementId, clickId, eventName, occurredAt }) => ({
      leadId: id,
      clientId,
      partnerId,
      agreementId,
      clickId,
      eventName,
      occurredAt: occurredAt.toISOString(),
    })),
  });
}
