import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** A sale or a credit that waits for a decision, with its client's keeper. */
export interface FactRow {
  readonly id: string;
  readonly occurredAt: Date;
  readonly namedPartner: string | null;
  readonly namedCode: string | null;
  readonly keeperPartnerId: string | null;
  readonly keeperSince: Date | null;
  readonly clientName: string | null;
}

/** Sales of the list that nobody was credited for yet. */
export async function salesToDecide(tx: Tx, saleIds: readonly string[]): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    SELECT s.id, s.occurred_at AS "occurredAt", s.named_partner AS "namedPartner", s.named_code AS "namedCode",
           c.keeper_partner_id AS "keeperPartnerId", c.keeper_since AS "keeperSince", c.name AS "clientName"
    FROM deals.v_sale_to_attribute s
    LEFT JOIN directory.v_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ANY(${saleIds}::text[])
      AND NOT EXISTS (SELECT FROM attribution.participant p
        WHERE p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role = 'source' AND p.withdrawn_at IS NULL)
    ORDER BY s.occurred_at, s.id`.execute(tx.db);
  return rows;
}

/** Credits to a client as a whole (`link = client`) that nobody was made answerable for yet. */
export async function creditsToDecide(tx: Tx, refundIds: readonly string[]): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    SELECT f.id, f.occurred_at AS "occurredAt", NULL AS "namedPartner", NULL AS "namedCode",
           c.keeper_partner_id AS "keeperPartnerId", c.keeper_since AS "keeperSince", c.name AS "clientName"
    FROM deals.v_refund f
    LEFT JOIN directory.v_client c ON c.workspace_id = f.workspace_id AND c.id = f.client_id
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.id = ANY(${refundIds}::text[])
      AND f.link = 'client' AND f.matched_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM attribution.participant p
        WHERE p.workspace_id = f.workspace_id AND p.refund_id = f.id AND p.role = 'source' AND p.withdrawn_at IS NULL)
    ORDER BY f.occurred_at, f.id`.execute(tx.db);
  return rows;
}
