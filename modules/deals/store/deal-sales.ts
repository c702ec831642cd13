import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** Answers the links that are new: a sale belongs to one deal, and the first stays. */
export async function insertDealSales(
  tx: Tx,
  links: readonly { readonly dealId: string; readonly saleId: string }[],
): Promise<{ dealId: Id<'deal'>; saleId: Id<'sale'> }[]> {
  if (links.length === 0) return [];
  const { rows } = await sql<{ dealId: Id<'deal'>; saleId: Id<'sale'> }>`
    INSERT INTO deals.deal_sale (workspace_id, sale_id, deal_id, linked_at, linked_by)
    SELECT ${tx.workspaceId}::uuid, l.sale_id, l.deal_id, ${tx.now()}, ${tx.actor.id}
    FROM unnest(${links.map(({ saleId }) => saleId)}::text[], ${links.map(({ dealId }) => dealId)}::text[]) AS l(sale_id, deal_id)
    ON CONFLICT (workspace_id, sale_id) DO NOTHING
    RETURNING deal_id AS "dealId", sale_id AS "saleId"`.execute(tx.db);
  return rows;
}

/** Sales that were taken back leave their deals. Answers the deals that are left without any. */
export async function removeDealSales(tx: Tx, saleIds: readonly string[]): Promise<Id<'deal'>[]> {
  const { rows } = await sql<{ dealId: Id<'deal'> }>`
    WITH gone AS (
      DELETE FROM deals.deal_sale WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${saleIds}::text[])
      RETURNING deal_id, sale_id
    )
    SELECT DISTINCT g.deal_id AS "dealId" FROM gone g
    WHERE NOT EXISTS (SELECT FROM deals.deal_sale s WHERE s.workspace_id = ${tx.workspaceId}::uuid
      AND s.deal_id = g.deal_id AND s.sale_id NOT IN (SELECT sale_id FROM gone))`.execute(tx.db);
  return rows.map(({ dealId }) => dealId);
}

export interface SaleOfDeal {
  readonly dealId: Id<'deal'>;
  readonly id: Id<'sale'>;
  readonly externalId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly occurredAt: Date;
}

export async function salesOfDeals(tx: Tx, dealIds: readonly string[]): Promise<SaleOfDeal[]> {
  const { rows } = await sql<SaleOfDeal>`
    SELECT l.deal_id AS "dealId", s.id, s.external_id AS "externalId", s.amount_minor AS "amountMinor", s.currency,
      s.occurred_at AS "occurredAt"
    FROM deals.deal_sale l JOIN deals.sale s ON s.workspace_id = l.workspace_id AND s.id = l.sale_id
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.deal_id = ANY(${dealIds}::text[]) AND s.reversed_at IS NULL
    ORDER BY s.occurred_at, s.id`.execute(tx.db);
  return rows;
}

export async function dealsOfLinkedSales(
  tx: Tx,
  saleIds: readonly string[],
): Promise<{ saleId: string; dealId: string }[]> {
  if (saleIds.length === 0) return [];
  const { rows } = await sql<{ saleId: string; dealId: string }>`
    SELECT sale_id AS "saleId", deal_id AS "dealId" FROM deals.deal_sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${saleIds}::text[])`.execute(tx.db);
  return rows;
}

/** A sale that still stands, held until the commit: it is not taken back behind the deal's back. */
export async function lockStandingSale(
  tx: Tx,
  id: string,
): Promise<{ id: Id<'sale'>; clientId: Id<'client'> | null } | undefined> {
  const { rows } = await sql<{ id: Id<'sale'>; clientId: Id<'client'> | null }>`
    SELECT id, client_id AS "clientId" FROM deals.sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND reversed_at IS NULL FOR SHARE`.execute(
    tx.db,
  );
  return rows[0];
}

/** Sales that name a deal by one of these numbers and belong to none yet. */
export async function salesNamingDeals(
  tx: Tx,
  numbers: readonly string[],
): Promise<{ saleId: string; number: string; dealSource: string | null; source: string }[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ saleId: string; number: string; dealSource: string | null; source: string }>`
    SELECT s.id AS "saleId", s.named_deal AS number, s.named_deal_source AS "dealSource", s.source
    FROM deals.sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.named_deal = ANY(${numbers}::text[]) AND s.reversed_at IS NULL
      AND NOT EXISTS (SELECT FROM deals.deal_sale l WHERE l.workspace_id = s.workspace_id AND l.sale_id = s.id)
    ORDER BY s.id`.execute(tx.db);
  return rows;
}
