import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { asArrays, copyRows, type ArrayColumn } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { SaleLine } from '../domain/sales.ts';

export interface SaleRow {
  readonly id: Id<'sale'>;
  readonly externalId: string;
  readonly clientId: Id<'client'> | null;
  readonly occurredAt: Date;
  readonly currency: string;
  readonly amountMicro: bigint;
  readonly amountMinor: bigint;
  readonly vatMicro: bigint | null;
  readonly costMinor: bigint | null;
  readonly listMinor: bigint | null;
  readonly product: string | null;
  readonly isFirst: boolean;
  readonly namedPartner: string | null;
  readonly namedCode: string | null;
  readonly dealId: string | null;
  readonly dealExternalId: string | null;
  readonly dealSource: string | null;
  readonly clickId: string | null;
  readonly visitorId: string | null;
  readonly lines: readonly SaleLine[];
}

const COLUMNS: readonly ArrayColumn<SaleRow>[] = [
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'external_id', type: 'text', value: (row) => row.externalId },
  { name: 'client_id', type: 'text', value: (row) => row.clientId },
  { name: 'occurred_at', type: 'timestamptz', value: (row) => row.occurredAt.toISOString() },
  { name: 'currency', type: 'text', value: (row) => row.currency },
  { name: 'amount_micro', type: 'bigint', value: (row) => row.amountMicro.toString() },
  { name: 'amount_minor', type: 'bigint', value: (row) => row.amountMinor.toString() },
  { name: 'vat_micro', type: 'bigint', value: (row) => row.vatMicro?.toString() ?? null },
  { name: 'cost_minor', type: 'bigint', value: (row) => row.costMinor?.toString() ?? null },
  { name: 'list_minor', type: 'bigint', value: (row) => row.listMinor?.toString() ?? null },
  { name: 'product', type: 'text', value: (row) => row.product },
  { name: 'is_first', type: 'boolean', value: (row) => String(row.isFirst) },
  { name: 'named_partner', type: 'text', value: (row) => row.namedPartner },
  { name: 'named_code', type: 'text', value: (row) => row.namedCode },
  { name: 'named_deal', type: 'text', value: (row) => row.dealExternalId ?? row.dealId },
  { name: 'named_click', type: 'text', value: (row) => row.clickId },
  { name: 'named_visitor', type: 'text', value: (row) => row.visitorId },
  { name: 'line_count', type: 'int', value: (row) => String(row.lines.length) },
];

/**
 * Inserts the sales whose key is new and returns those keys. A key that another transaction inserts at the same
 * time is waited for and then not returned; the caller reads it in a statement of its own, with a fresh snapshot.
 */
export async function insertSales(
  tx: Tx,
  source: string,
  importId: Id<'import_file'> | null,
  sales: readonly SaleRow[],
): Promise<Set<string>> {
  const { names, values, from } = asArrays(COLUMNS, sales);
  const inserted = await sql<{ external_id: string }>`
    INSERT INTO deals.sale (workspace_id, source, recorded_at, import_id, ${names})
    SELECT ${tx.workspaceId}::uuid, ${source}, ${tx.now()}, ${importId}, ${values} FROM ${from}
    ON CONFLICT (workspace_id, source, external_id) WHERE reversed_at IS NULL DO NOTHING
    RETURNING external_id`.execute(tx.db);
  return new Set(inserted.rows.map((row) => row.external_id));
}

export async function insertLines(tx: Tx, sales: readonly SaleRow[]): Promise<void> {
  const rows = sales.flatMap((sale) =>
    sale.lines.map((line, index) => ({ saleId: sale.id, position: index + 1, line })),
  );
  if (rows.length === 0) return;
  await copyRows(
    tx,
    'deals.sale_line',
    [
      { name: 'workspace_id', value: () => tx.workspaceId },
      { name: 'sale_id', value: (row) => row.saleId },
      { name: 'position', value: (row) => row.position },
      { name: 'sku', value: (row) => row.line.sku },
      { name: 'quantity', value: (row) => row.line.quantity },
      { name: 'price', value: (row) => row.line.price },
      { name: 'amount_micro', value: (row) => row.line.amountMicro },
      { name: 'source_line', value: (row) => row.line.sourceLine },
    ],
    rows,
  );
}

export interface KnownSale {
  readonly id: Id<'sale'>;
  readonly external_id: string;
  readonly amount_micro: bigint;
  readonly currency: string;
  readonly client_id: Id<'client'> | null;
  readonly occurred_at: Date;
}

export async function findSalesByKey(
  tx: Tx,
  source: string,
  externalIds: readonly string[],
): Promise<KnownSale[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await sql<KnownSale>`
    SELECT id, external_id, amount_micro, currency, client_id, occurred_at FROM deals.sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source = ${source} AND external_id = ANY(${externalIds}::text[])
      AND reversed_at IS NULL`.execute(tx.db);
  return rows;
}

/** Who told the sales, in order. */
export async function sourcesOfSales(tx: Tx, saleIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    SELECT DISTINCT source FROM deals.sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${saleIds}::text[]) ORDER BY source`.execute(
    tx.db,
  );
  return rows.map((row) => row.source);
}

/** The earliest of each client's sales that still stand, from the moment given on. */
export async function earliestStanding(
  tx: Tx,
  clients: readonly { readonly clientId: string; readonly since: Date }[],
): Promise<Map<string, Date>> {
  if (clients.length === 0) return new Map();
  const { rows } = await sql<{ clientId: string; at: Date }>`
    SELECT c.client_id AS "clientId", s.occurred_at AS at
    FROM unnest(${clients.map((client) => client.clientId)}::text[], ${clients.map((client) => client.since)}::timestamptz[]) AS c(client_id, since)
    CROSS JOIN LATERAL (
      SELECT occurred_at FROM deals.sale
      WHERE workspace_id = ${tx.workspaceId}::uuid AND client_id = c.client_id AND occurred_at >= c.since AND reversed_at IS NULL
      ORDER BY occurred_at LIMIT 1
    ) AS s`.execute(tx.db);
  return new Map(rows.map((row) => [row.clientId, row.at]));
}

export interface ReversedSale {
  readonly id: Id<'sale'>;
  readonly client_id: Id<'client'> | null;
  readonly occurred_at: Date;
}

export async function markSalesReversed(
  tx: Tx,
  saleIds: readonly string[],
  reason: string,
): Promise<ReversedSale[]> {
  const { rows } = await sql<ReversedSale>`
    UPDATE deals.sale SET reversed_at = ${tx.now()}, reversal_reason = ${reason}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${saleIds}::text[]) AND reversed_at IS NULL
    RETURNING id, client_id, occurred_at`.execute(tx.db);
  return rows;
}

/** Sales of an import that still stand, oldest id first, after `after`. */
export async function salesOfImport(
  tx: Tx,
  importId: string,
  after: string,
  limit: number,
): Promise<Id<'sale'>[]> {
  const { rows } = await sql<{ id: Id<'sale'> }>`
    SELECT id FROM deals.sale
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND reversed_at IS NULL AND id > ${after}
    ORDER BY id LIMIT ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}
