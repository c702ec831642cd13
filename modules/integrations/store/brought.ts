import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface BroughtRow {
  readonly class: string;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly clients: number;
  readonly sales: number;
  readonly currency: string;
  readonly paidMinor: bigint;
  readonly returnedMinor: bigint;
  readonly accruedMinor: bigint;
}

/** Who brought the sales of an import, whom, for how much and what was accrued; within a class the largest first. */
export async function broughtByImport(tx: Tx, importId: string, limit: number): Promise<BroughtRow[]> {
  const { rows } = await sql<BroughtRow>`
    WITH facts AS (
      SELECT p.class, p.partner_id, s.currency, s.client_id, 1 AS sales, s.amount_minor AS paid, 0::bigint AS returned, 0::bigint AS accrued
      FROM deals.v_sale s
      JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role = 'source'
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.import_id = ${importId}
      UNION ALL
      SELECT p.class, p.partner_id, r.currency, r.client_id, 0, 0, r.amount_minor, 0
      FROM deals.v_refund r
      JOIN attribution.v_participant p ON p.workspace_id = r.workspace_id AND p.role = 'source'
        AND (p.refund_id = r.id OR (r.link = 'sale' AND p.sale_id = r.sale_id))
      WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.import_id = ${importId}
      UNION ALL
      SELECT a.class, a.partner_id, a.currency, NULL, 0, 0, 0, a.amount_minor
      FROM incentives.v_accrual a
      LEFT JOIN deals.v_sale s ON s.workspace_id = a.workspace_id AND s.id = a.sale_id
      LEFT JOIN deals.v_refund r ON r.workspace_id = a.workspace_id AND r.id = a.refund_id
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND (s.import_id = ${importId} OR r.import_id = ${importId})
    )
    SELECT f.class, f.partner_id AS "partnerId", n.name AS "partnerName", f.currency,
           count(DISTINCT f.client_id)::int AS clients, sum(f.sales)::int AS sales, sum(f.paid)::bigint AS "paidMinor",
           sum(f.returned)::bigint AS "returnedMinor", sum(f.accrued)::bigint AS "accruedMinor"
    FROM facts f
    JOIN directory.v_partner n ON n.workspace_id = ${tx.workspaceId}::uuid AND n.id = f.partner_id
    GROUP BY 1, 2, 3, 4
    ORDER BY 1, "paidMinor" DESC, "partnerName" LIMIT ${limit}`.execute(tx.db);
  return rows;
}

/** Sales of an import that nobody is credited for, apart by currency. */
export async function directByImport(tx: Tx, importId: string) {
  const { rows } = await sql<{ currency: string; sales: number; clients: number; paidMinor: bigint }>`
    SELECT s.currency, count(*)::int AS sales, count(DISTINCT s.client_id)::int AS clients, sum(s.amount_minor)::bigint AS "paidMinor"
    FROM deals.v_sale s
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.import_id = ${importId}
      AND NOT EXISTS (SELECT FROM attribution.v_participant p WHERE p.workspace_id = s.workspace_id AND p.sale_id = s.id)
    GROUP BY 1 ORDER BY 1`.execute(tx.db);
  return rows;
}

/** Of those: sales that name somebody who could not be credited. */
export async function uncreditedByImport(tx: Tx, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM deals.v_sale s
    JOIN attribution.v_uncredited u ON u.workspace_id = s.workspace_id AND u.sale_id = s.id
    WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.import_id = ${importId}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
