import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../contract/class.ts';
import type { Named } from '../contract/deal-book.ts';

/** Lines shown with a sale; an invoice with more is a file of its own. */
const LINES_MAX = 500;

export interface LineRow {
  readonly position: number;
  readonly sku: string | null;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
  readonly sourceLine: number | null;
}

export async function selectLines(tx: Tx, saleId: string): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    SELECT position, sku, quantity::text, price::text, trim_scale(amount_micro / 1000000.0)::text AS amount,
           source_line AS "sourceLine"
    FROM deals.v_sale_line WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ${saleId}
    ORDER BY position LIMIT ${LINES_MAX}`.execute(tx.db);
  return rows;
}

export interface RefundOfSale {
  readonly id: string;
  readonly externalId: string;
  readonly occurredAt: Date;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: string | null;
}

export async function selectRefundsOf(tx: Tx, saleId: string): Promise<RefundOfSale[]> {
  const { rows } = await sql<RefundOfSale>`
    SELECT id, external_id AS "externalId", occurred_at AS "occurredAt", amount_minor AS "amountMinor", currency, reason
    FROM deals.v_refund WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ${saleId}
    ORDER BY occurred_at, id`.execute(tx.db);
  return rows;
}

export interface AccrualOfSale {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly kind: string;
  readonly role: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly state: string;
  readonly period: string;
  readonly explanation: unknown;
  readonly schemeVersionId: string | null;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
}

export async function selectAccrualsOf(tx: Tx, saleId: string): Promise<AccrualOfSale[]> {
  const { rows } = await sql<AccrualOfSale>`
    SELECT x.id, x.partner_id AS "partnerId", n.name AS "partnerName", x.kind, x.role, x.amount_minor AS "amountMinor",
           x.currency, x.state, x.period, x.explanation, x.scheme_version_id AS "schemeVersionId",
           x.effective_at AS "effectiveAt", x.recorded_at AS "recordedAt"
    FROM incentives.v_accrual x
    JOIN directory.v_partner n ON n.workspace_id = x.workspace_id AND n.id = x.partner_id
    WHERE x.workspace_id = ${tx.workspaceId}::uuid AND x.sale_id = ${saleId}
    ORDER BY x.recorded_at, x.id`.execute(tx.db);
  return rows;
}

export interface RefundRow {
  readonly id: string;
  readonly externalId: string;
  readonly source: string;
  readonly occurredAt: Date;
  readonly saleId: string | null;
  readonly saleExternalId: string | null;
  readonly client: Named | null;
  readonly link: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly matched: boolean;
  readonly reason: string | null;
}

export type PlaceInTime = { readonly value: string; readonly id: string } | null;

export interface RefundFilter {
  readonly state?: 'matched' | 'unmatched' | undefined;
  readonly fromAt?: Date | undefined;
  readonly toAt?: Date | undefined;
  readonly partner?: string | undefined;
  readonly import?: string | undefined;
}

export async function selectRefunds(tx: Tx, filter: RefundFilter, after: PlaceInTime, limit: number) {
  const conditions = [
    sql`r.workspace_id = ${tx.workspaceId}::uuid`,
    ...(filter.state ? [sql`(r.matched_at IS NOT NULL) = ${filter.state === 'matched'}`] : []),
    ...(filter.fromAt ? [sql`r.occurred_at >= ${filter.fromAt}`] : []),
    ...(filter.toAt ? [sql`r.occurred_at < ${filter.toAt}`] : []),
    ...(filter.import ? [sql`r.import_id = ${filter.import}`] : []),
    ...(filter.partner
      ? [
          sql`EXISTS (SELECT FROM attribution.v_participant p
            WHERE p.workspace_id = r.workspace_id AND p.sale_id = r.sale_id AND p.partner_id = ${filter.partner})`,
        ]
      : []),
    ...(after
      ? [sql`(r.occurred_at, r.id) < (${after.value}::timestamptz, ${after.id}::text COLLATE "C")`]
      : []),
  ];
  const { rows } = await sql<RefundRow>`
    SELECT r.id, r.external_id AS "externalId", r.source, r.occurred_at AS "occurredAt", r.sale_id AS "saleId",
           r.sale_external_id AS "saleExternalId", r.link, r.amount_minor AS "amountMinor", r.currency,
           r.matched_at IS NOT NULL AS matched, r.reason,
           CASE WHEN c.id IS NULL THEN NULL ELSE jsonb_build_object('id', c.id, 'name', c.name) END AS client
    FROM deals.v_refund r
    LEFT JOIN directory.v_client c ON c.workspace_id = r.workspace_id AND c.id = r.client_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY r.occurred_at DESC, r.id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export interface CostRow {
  readonly id: string;
  readonly class: ReportingClass;
  readonly kind: string;
  readonly partner: Named | null;
  readonly occurredOn: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly hours: string | null;
  readonly note: string | null;
}

export interface CostFilter {
  readonly class?: string | undefined;
  readonly partner?: string | undefined;
  /** Half-open: `to` does not belong. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export async function selectCosts(
  tx: Tx,
  filter: CostFilter,
  after: PlaceInTime,
  limit: number,
): Promise<CostRow[]> {
  const conditions = [
    sql`k.workspace_id = ${tx.workspaceId}::uuid`,
    ...(filter.class ? [sql`k.class = ${filter.class}`] : []),
    ...(filter.partner ? [sql`k.partner_id = ${filter.partner}`] : []),
    ...(filter.from ? [sql`k.occurred_on >= ${filter.from}::date`] : []),
    ...(filter.to ? [sql`k.occurred_on < ${filter.to}::date`] : []),
    ...(after ? [sql`(k.occurred_on, k.id) < (${after.value}::date, ${after.id}::text COLLATE "C")`] : []),
  ];
  const { rows } = await sql<CostRow>`
    SELECT k.id, k.class, k.kind, k.occurred_on AS "occurredOn", k.amount_minor AS "amountMinor", k.currency,
           k.hours::text, k.note,
           CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('id', n.id, 'name', n.name) END AS partner
    FROM deals.v_cost k
    LEFT JOIN directory.v_partner n ON n.workspace_id = k.workspace_id AND n.id = k.partner_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY k.occurred_on DESC, k.id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}
