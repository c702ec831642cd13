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
