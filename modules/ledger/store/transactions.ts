import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import { keyText, type BusinessKey } from '../domain/posting.ts';

export interface TransactionRow extends BusinessKey {
  readonly id: Id<'transaction'>;
  readonly partnerId: Id<'partner'> | null;
  readonly effectiveAt: Date;
  readonly period: string;
  readonly reason: string | null;
  readonly reversesId: Id<'transaction'> | null;
}

export interface EntryRow {
  readonly transactionId: Id<'transaction'>;
  readonly position: number;
  readonly accountId: Id<'account'>;
  readonly partnerId: Id<'partner'> | null;
  readonly currency: Currency;
  readonly amountMinor: bigint;
}

/**
 * Records the movements whose key is new and returns their ids. In the order of keys: two batches that share some
 * wait for each other, never in a circle.
 */
export async function insertTransactions(tx: Tx, unordered: readonly TransactionRow[]): Promise<Set<string>> {
  const rows = unordered
    .map((row) => ({ row, key: keyText(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
  const inserted = await sql<{ id: string }>`
    INSERT INTO ledger.transaction (workspace_id, id, kind, source_kind, source_id, partner_id, effective_at, recorded_at,
      period, reason, author, reverses_id)
    SELECT ${tx.workspaceId}::uuid, r.id, r.kind, r.source_kind, r.source_id, r.partner_id, r.effective_at, ${tx.now()},
      r.period, r.reason, ${tx.actor.id}, r.reverses_id
    FROM unnest(${rows.map((row) => row.id)}::text[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.sourceKind)}::text[], ${rows.map((row) => row.sourceId)}::text[],
      ${rows.map((row) => row.partnerId)}::text[], ${rows.map((row) => row.effectiveAt.toISOString())}::timestamptz[],
      ${rows.map((row) => row.period)}::text[], ${rows.map((row) => row.reason)}::text[],
      ${rows.map((row) => row.reversesId)}::text[])
      AS r(id, kind, source_kind, source_id, partner_id, effective_at, period, reason, reverses_id)
    ON CONFLICT (workspace_id, source_id, source_kind, kind) DO NOTHING
    RETURNING id`.execute(tx.db);
  return new Set(inserted.rows.map((row) => row.id));
}

/** Arrays, not COPY: PostgreSQL refuses COPY into a table with row level security. */
export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  await sql`
    INSERT INTO ledger.entry (workspace_id, transaction_id, position, account_id, partner_id, currency, amount_minor)
    SELECT ${tx.workspaceId}::uuid, r.*
    FROM unnest(${rows.map((row) => row.transactionId)}::text[], ${rows.map((row) => row.position)}::smallint[],
      ${rows.map((row) => row.accountId)}::text[], ${rows.map((row) => row.partnerId)}::text[],
      ${rows.map((row) => row.currency)}::text[], ${rows.map((row) => row.amountMinor.toString())}::bigint[]) AS r`.execute(
    tx.db,
  );
}

/** Ids of already posted movements by `keyText`. */
export async function findTransactions(
  tx: Tx,
  keys: readonly BusinessKey[],
): Promise<Map<string, Id<'transaction'>>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<BusinessKey & { id: Id<'transaction'> }>`
    SELECT t.id, t.source_kind AS "sourceKind", t.source_id AS "sourceId", t.kind
    FROM unnest(${keys.map((key) => key.sourceKind)}::text[], ${keys.map((key) => key.sourceId)}::text[],
      ${keys.map((key) => key.kind)}::text[]) AS k(source_kind, source_id, kind)
    JOIN ledger.transaction t ON t.workspace_id = ${tx.workspaceId}::uuid AND t.source_kind = k.source_kind
     AND t.source_id = k.source_id AND t.kind = k.kind`.execute(tx.db);
  return new Map(rows.map((row) => [keyText(row), row.id]));
}
