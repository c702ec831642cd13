import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { asArrays, type ArrayColumn } from '@mosty/kernel/db';
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

const TRANSACTION: readonly ArrayColumn<TransactionRow>[] = [
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'kind', type: 'text', value: (row) => row.kind },
  { name: 'source_kind', type: 'text', value: (row) => row.sourceKind },
  { name: 'source_id', type: 'text', value: (row) => row.sourceId },
  { name: 'partner_id', type: 'text', value: (row) => row.partnerId },
  { name: 'effective_at', type: 'timestamptz', value: (row) => row.effectiveAt.toISOString() },
  { name: 'period', type: 'text', value: (row) => row.period },
  { name: 'reason', type: 'text', value: (row) => row.reason },
  { name: 'reverses_id', type: 'text', value: (row) => row.reversesId },
];

const ENTRY: readonly ArrayColumn<EntryRow>[] = [
  { name: 'transaction_id', type: 'text', value: (row) => row.transactionId },
  { name: 'position', type: 'smallint', value: (row) => String(row.position) },
  { name: 'account_id', type: 'text', value: (row) => row.accountId },
  { name: 'partner_id', type: 'text', value: (row) => row.partnerId },
  { name: 'currency', type: 'text', value: (row) => row.currency },
  { name: 'amount_minor', type: 'bigint', value: (row) => row.amountMinor.toString() },
];

/**
 * Records the movements whose key is new and returns their ids. In the order of keys: two batches that share some
 * wait for each other, never in a circle.
 */
export async function insertTransactions(tx: Tx, unordered: readonly TransactionRow[]): Promise<Set<string>> {
  const rows = unordered
    .map((row) => ({ row, key: keyText(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
  const { names, values, from } = asArrays(TRANSACTION, rows);
  const inserted = await sql<{ id: string }>`
    INSERT INTO ledger.transaction (workspace_id, recorded_at, author, ${names})
    SELECT ${tx.workspaceId}::uuid, ${tx.now()}, ${tx.actor.id}, ${values} FROM ${from}
    ON CONFLICT (workspace_id, source_id, source_kind, kind) DO NOTHING
    RETURNING id`.execute(tx.db);
  return new Set(inserted.rows.map((row) => row.id));
}

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const { names, values, from } = asArrays(ENTRY, rows);
  await sql`
    INSERT INTO ledger.entry (workspace_id, ${names})
    SELECT ${tx.workspaceId}::uuid, ${values} FROM ${from}`.execute(tx.db);
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
