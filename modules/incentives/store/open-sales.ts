import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** Nothing of it is paid or in a payout: only such a sale follows what is learned or decided later by itself. */
const IS_OPEN = sql`NOT EXISTS (
  SELECT FROM incentives.accrual a WHERE a.workspace_id = s.workspace_id AND a.sale_id = s.id
    AND (a.state = 'paid' OR a.payout_id IS NOT NULL))`;

export async function openAmong(tx: Tx, saleIds: readonly string[]): Promise<Set<string>> {
  if (saleIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    SELECT s.id FROM deals.v_sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id = ANY(${saleIds}::text[]) AND ${IS_OPEN}`.execute(
    tx.db,
  );
  return new Set(rows.map((row) => row.id));
}

/** Clients whom the deals speak of, and open sales that are linked to them. */
export async function concernedBy(
  tx: Tx,
  dealIds: readonly string[],
): Promise<{ clientIds: string[]; saleIds: string[] }> {
  if (dealIds.length === 0) return { clientIds: [], saleIds: [] };
  const deals = await sql<{ id: string }>`
    SELECT DISTINCT client_id AS id FROM deals.v_deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${dealIds}::text[]) AND client_id IS NOT NULL`.execute(
    tx.db,
  );
  const sales = await sql<{ id: string }>`
    SELECT sale_id AS id FROM deals.v_deal_sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND deal_id = ANY(${dealIds}::text[])`.execute(tx.db);
  const open = await openAmong(
    tx,
    sales.rows.map(({ id }) => id),
  );
  return { clientIds: deals.rows.map(({ id }) => id), saleIds: [...open] };
}

/** Open sales of the clients since the moment, oldest first. */
export async function openSalesOfClients(
  tx: Tx,
  clientIds: readonly string[],
  since: Date,
): Promise<Id<'sale'>[]> {
  if (clientIds.length === 0) return [];
  const { rows } = await sql<{ id: Id<'sale'> }>`
    SELECT s.id FROM deals.v_sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.client_id = ANY(${clientIds}::text[])
      AND s.occurred_at >= ${since} AND ${IS_OPEN}
    ORDER BY s.occurred_at, s.id`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** The next open sales by id, of which there may be any number. */
export async function nextOpenSales(tx: Tx, after: string, limit: number): Promise<Id<'sale'>[]> {
  const { rows } = await sql<{ id: Id<'sale'> }>`
    SELECT s.id FROM deals.v_sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.id > ${after} AND ${IS_OPEN}
    ORDER BY s.id LIMIT ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}

export interface SaleShown {
  readonly id: string;
  readonly key: string;
  readonly occurredAt: Date;
  readonly amountMinor: bigint;
  readonly currency: string;
}

export async function salesShown(tx: Tx, saleIds: readonly string[]): Promise<Map<string, SaleShown>> {
  if (saleIds.length === 0) return new Map();
  const { rows } = await sql<SaleShown>`
    SELECT id, external_id AS key, occurred_at AS "occurredAt", amount_minor AS "amountMinor", currency
    FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${saleIds}::text[])`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
