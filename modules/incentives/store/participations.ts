import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Participation } from '../domain/accrue.ts';
import type { SaleRefund } from '../domain/take-back.ts';

const PARTICIPANT = sql`
  p.id AS "participantId", p.partner_id AS "partnerId", p.agreement_id AS "agreementId", p.class, p.role,
  p.share_ppm AS "sharePpm"`;

/** Parts in the sales, in the order in which levels are reached. */
export async function partsOfSales(tx: Tx, saleIds: readonly string[]): Promise<Participation[]> {
  if (saleIds.length === 0) return [];
  const { rows } = await sql<Participation>`
    SELECT ${PARTICIPANT}, s.id AS "saleId", NULL AS "refundId", s.client_id AS "clientId",
           s.occurred_at AS "occurredAt", s.currency, s.amount_micro AS "amountMicro", s.vat_micro AS "vatMicro",
           s.list_minor AS "listMinor", s.is_first AS "isFirst"
    FROM attribution.v_participant p
    JOIN deals.v_sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.sale_id = ANY(${saleIds}::text[])
    ORDER BY s.occurred_at, s.id, p.id`.execute(tx.db);
  return rows;
}

/** The same for credits to a client that name no sale: their amount has a minus. */
export async function partsOfCredits(tx: Tx, refundIds: readonly string[]): Promise<Participation[]> {
  if (refundIds.length === 0) return [];
  const { rows } = await sql<Participation>`
    SELECT ${PARTICIPANT}, NULL AS "saleId", f.id AS "refundId", f.client_id AS "clientId",
           f.occurred_at AS "occurredAt", f.currency, -f.amount_micro AS "amountMicro", NULL::bigint AS "vatMicro",
           NULL::bigint AS "listMinor", false AS "isFirst"
    FROM attribution.v_participant p
    JOIN deals.v_refund f ON f.workspace_id = p.workspace_id AND f.id = p.refund_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.refund_id = ANY(${refundIds}::text[]) AND f.link = 'client'
    ORDER BY f.occurred_at, f.id, p.id`.execute(tx.db);
  return rows;
}

/**
 * The parts that earned nothing yet. A statement of its own, after the agreements that look back were locked: it sees
 * what a concurrent batch has just written. As an anti-join above it would read the whole table once that has grown.
 */
export async function notAccrued(tx: Tx, parts: readonly Participation[]): Promise<Participation[]> {
  const saleIds = parts.flatMap((part) => part.saleId ?? []);
  const refundIds = parts.flatMap((part) => part.refundId ?? []);
  const [column, ids] = saleIds.length > 0 ? [sql`sale_id`, saleIds] : [sql`refund_id`, refundIds];
  if (ids.length === 0) return [];
  const { rows } = await sql<{ participant_id: string }>`
    SELECT participant_id FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND ${column} = ANY(${ids}::text[]) AND participant_id IS NOT NULL`.execute(
    tx.db,
  );
  if (rows.length === 0) return [...parts];
  const accrued = new Set(rows.map((row) => row.participant_id));
  return parts.filter((part) => !accrued.has(part.participantId));
}

/** When each of the clients first paid. */
export async function firstPayments(tx: Tx, clientIds: readonly string[]): Promise<Map<string, Date>> {
  if (clientIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; first_paid_at: Date }>`
    SELECT id, first_paid_at FROM directory.v_client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${clientIds}::text[]) AND first_paid_at IS NOT NULL`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.first_paid_at]));
}

export interface RefundOfSale extends SaleRefund {
  readonly saleId: string;
  readonly saleMicro: bigint;
}

/** The sales that the given refunds return something of. */
export async function salesOfRefunds(tx: Tx, refundIds: readonly string[]): Promise<string[]> {
  if (refundIds.length === 0) return [];
  const { rows } = await sql<{ sale_id: string }>`
    SELECT DISTINCT sale_id FROM deals.v_refund
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${refundIds}::text[]) AND link = 'sale'
      AND sale_id IS NOT NULL AND matched_at IS NOT NULL`.execute(tx.db);
  return rows.map((row) => row.sale_id);
}

/** Every standing refund of the sales, oldest first: their shares are counted together. */
export async function refundsOfSales(tx: Tx, saleIds: readonly string[]): Promise<RefundOfSale[]> {
  if (saleIds.length === 0) return [];
  const { rows } = await sql<RefundOfSale>`
    SELECT f.id, f.sale_id AS "saleId", f.occurred_at AS "occurredAt", f.amount_micro AS "amountMicro",
           s.amount_micro AS "saleMicro"
    FROM deals.v_refund f
    JOIN deals.v_sale s ON s.workspace_id = f.workspace_id AND s.id = f.sale_id
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.sale_id = ANY(${saleIds}::text[]) AND f.matched_at IS NOT NULL
    ORDER BY f.occurred_at, f.id`.execute(tx.db);
  return rows;
}
