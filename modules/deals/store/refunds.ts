import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface RefundRow {
  readonly id: Id<'refund'>;
  readonly externalId: string;
  readonly saleExternalId: string | null;
  readonly saleId: Id<'sale'> | null;
  readonly clientId: Id<'client'> | null;
  readonly link: 'sale' | 'client';
  readonly occurredAt: Date;
  readonly currency: string;
  readonly amountMicro: string;
  readonly amountMinor: string;
  readonly reason: string | null;
  readonly matched: boolean;
}

export async function insertRefunds(
  tx: Tx,
  source: string,
  importId: Id<'import_file'> | null,
  rows: readonly RefundRow[],
): Promise<Set<string>> {
  const inserted = await sql<{ external_id: string }>`
    INSERT INTO deals.refund (workspace_id, id, source, external_id, sale_external_id, sale_id, client_id, link,
      occurred_at, recorded_at, currency, amount_micro, amount_minor, reason, matched_at, import_id)
    SELECT ${tx.workspaceId}::uuid, r.id, ${source}, r."externalId", r."saleExternalId", r."saleId", r."clientId", r.link,
      r."occurredAt", ${tx.now()}, r.currency, r."amountMicro", r."amountMinor", r.reason,
      CASE WHEN r.matched THEN ${tx.now()}::timestamptz END, ${importId}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, "externalId" text, "saleExternalId" text,
      "saleId" text, "clientId" text, link text, "occurredAt" timestamptz, currency text, "amountMicro" bigint,
      "amountMinor" bigint, reason text, matched boolean)
    ON CONFLICT (workspace_id, source, external_id) WHERE reversed_at IS NULL DO NOTHING
    RETURNING external_id`.execute(tx.db);
  return new Set(inserted.rows.map((row) => row.external_id));
}

export interface KnownRefund {
  readonly id: Id<'refund'>;
  readonly external_id: string;
  readonly amount_micro: bigint;
}

export async function findRefundsByKey(
  tx: Tx,
  source: string,
  externalIds: readonly string[],
): Promise<KnownRefund[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await sql<KnownRefund>`
    SELECT id, external_id, amount_micro FROM deals.refund
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source = ${source} AND external_id = ANY(${externalIds}::text[])
      AND reversed_at IS NULL`.execute(tx.db);
  return rows;
}

/** Refunds that came before their sale find it now, where they are in its currency. Returns their ids. */
export async function matchWaitingRefunds(
  tx: Tx,
  source: string,
  sales: readonly {
    readonly id: string;
    readonly externalId: string;
    readonly clientId: string | null;
    readonly currency: string;
  }[],
): Promise<Id<'refund'>[]> {
  const { rows } = await sql<{ id: Id<'refund'> }>`
    UPDATE deals.refund f SET sale_id = s.id, client_id = COALESCE(f.client_id, s."clientId"), matched_at = ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(sales)}::jsonb) AS s(id text, "externalId" text, "clientId" text, currency text)
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.source = ${source} AND f.sale_external_id = s."externalId"
      AND f.currency = s.currency AND f.matched_at IS NULL AND f.link = 'sale' AND f.reversed_at IS NULL
    RETURNING f.id`.execute(tx.db);
  return rows.map((row) => row.id);
}

export async function markRefundsReversed(
  tx: Tx,
  refundIds: readonly string[],
  reason: string,
): Promise<{ readonly id: Id<'refund'>; readonly occurred_at: Date }[]> {
  const { rows } = await sql<{ id: Id<'refund'>; occurred_at: Date }>`
    UPDATE deals.refund SET reversed_at = ${tx.now()}, reversal_reason = ${reason}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${refundIds}::text[]) AND reversed_at IS NULL
    RETURNING id, occurred_at`.execute(tx.db);
  return rows;
}

/** A sale that is taken back leaves its refunds waiting again: they are never dropped. */
export async function unmatchRefundsOf(tx: Tx, saleIds: readonly string[]): Promise<Id<'refund'>[]> {
  const { rows } = await sql<{ id: Id<'refund'> }>`
    UPDATE deals.refund SET sale_id = NULL, matched_at = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${saleIds}::text[]) AND reversed_at IS NULL
    RETURNING id`.execute(tx.db);
  return rows.map((row) => row.id);
}

export async function refundsOfImport(
  tx: Tx,
  importId: string,
  after: string,
  limit: number,
): Promise<Id<'refund'>[]> {
  const { rows } = await sql<{ id: Id<'refund'> }>`
    SELECT id FROM deals.refund
    WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId} AND reversed_at IS NULL AND id > ${after}
    ORDER BY id LIMIT ${limit}`.execute(tx.db);
  return rows.map((row) => row.id);
}
