import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface LeadRecord {
  readonly id: Id<'lead'>;
  readonly clientId: Id<'client'>;
  readonly eventName: string;
  readonly occurredAt: Date;
  readonly clickId: string | null;
  readonly visitorId: string | null;
  readonly codeId: Id<'code'> | null;
  readonly linkId: Id<'link'> | null;
  readonly partnerId: Id<'partner'> | null;
  readonly agreementId: Id<'agreement'> | null;
  readonly externalId: string | null;
}

const COLUMNS = sql`
  id, client_id AS "clientId", event_name AS "eventName", occurred_at AS "occurredAt", click_id AS "clickId",
  visitor_id AS "visitorId", code_id AS "codeId", link_id AS "linkId", partner_id AS "partnerId",
  agreement_id AS "agreementId", external_id AS "externalId"`;

/** Answers the ids that were written: the others had been told before. */
export async function insertLeads(
  tx: Tx,
  source: string,
  leads: readonly LeadRecord[],
): Promise<Set<string>> {
  const column = <T>(of: (lead: LeadRecord) => T) => leads.map(of);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO tracking.lead (workspace_id, id, client_id, event_name, occurred_at, recorded_at, click_id, visitor_id, code_id,
      link_id, partner_id, agreement_id, source, external_id)
    SELECT ${tx.workspaceId}::uuid, l.id, l.client_id, l.event_name, l.occurred_at, ${tx.now()}, l.click_id, l.visitor_id,
      l.code_id, l.link_id, l.partner_id, l.agreement_id, ${source}, l.external_id
    FROM unnest(${column((l) => l.id)}::text[], ${column((l) => l.clientId)}::text[], ${column((l) => l.eventName)}::text[],
      ${column((l) => l.occurredAt)}::timestamptz[], ${column((l) => l.clickId)}::text[], ${column((l) => l.visitorId)}::text[],
      ${column((l) => l.codeId)}::text[], ${column((l) => l.linkId)}::text[], ${column((l) => l.partnerId)}::text[],
      ${column((l) => l.agreementId)}::text[], ${column((l) => l.externalId)}::text[])
      AS l(id, client_id, event_name, occurred_at, click_id, visitor_id, code_id, link_id, partner_id, agreement_id, external_id)
    ON CONFLICT (workspace_id, client_id, event_name) DO NOTHING RETURNING id`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

export async function leadsOfClients(tx: Tx, clientIds: readonly string[]): Promise<LeadRecord[]> {
  const { rows } = await sql<LeadRecord>`
    SELECT ${COLUMNS} FROM tracking.lead
    WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = ANY(${clientIds}::text[])
    ORDER BY occurred_at, id`.execute(tx.db);
  return rows;
}

/** A lead that had been told before its click was known is its link's from now on. */
export async function creditAwaiting(
  tx: Tx,
  clicks: readonly { id: string; linkId: string; partnerId: string; agreementId: string }[],
): Promise<void> {
  await sql`
    UPDATE tracking.lead l SET link_id = CASE WHEN starts_with(c.link_id, 'lnk_') THEN c.link_id END,
      code_id = CASE WHEN starts_with(c.link_id, 'cod_') THEN c.link_id END, partner_id = c.partner_id, agreement_id = c.agreement_id
    FROM unnest(${clicks.map((one) => one.id)}::text[], ${clicks.map((one) => one.linkId)}::text[],
      ${clicks.map((one) => one.partnerId)}::text[], ${clicks.map((one) => one.agreementId)}::text[])
      AS c(id, link_id, partner_id, agreement_id)
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.click_id = c.id AND l.agreement_id IS NULL`.execute(
    tx.db,
  );
}
