import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessKey } from '../domain/posting.ts';

export interface Strayed {
  readonly accountId: Id<'account'>;
  readonly keptMinor: bigint;
  readonly replayedMinor: bigint;
}

/** Accounts whose kept balance is not the sum of their entries. */
export async function replayBalances(tx: Tx): Promise<{ accounts: number; strayed: Strayed[] }> {
  const { rows } = await sql<Strayed & { same: boolean }>`
    SELECT COALESCE(b.account_id, e.account_id) AS "accountId", COALESCE(b.amount_minor, 0) AS "keptMinor",
           COALESCE(e.amount_minor, 0)::bigint AS "replayedMinor",
           b.amount_minor IS NOT DISTINCT FROM e.amount_minor AND b.entries IS NOT DISTINCT FROM e.entries AS same
    FROM (SELECT account_id, amount_minor, entries FROM ledger.balance WHERE workspace_id = ${tx.workspaceId}::uuid) AS b
    FULL JOIN (
      SELECT account_id, sum(amount_minor) AS amount_minor, count(*) AS entries FROM ledger.entry
      WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY account_id
    ) AS e ON e.account_id = b.account_id
    ORDER BY 1`.execute(tx.db);
  return { accounts: rows.length, strayed: rows.filter((row) => !row.same) };
}

/** Transactions with fewer than two entries, or off in some currency. */
export async function unbalancedTransactions(tx: Tx): Promise<Id<'transaction'>[]> {
  const { rows } = await sql<{ id: Id<'transaction'> }>`
    SELECT t.id FROM ledger.transaction t
    LEFT JOIN (
      SELECT transaction_id, count(*) AS entries, sum(amount_minor) AS rest FROM ledger.entry
      WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY transaction_id, currency
    ) AS e ON e.transaction_id = t.id
    WHERE t.workspace_id = ${tx.workspaceId}::uuid
    GROUP BY t.id HAVING COALESCE(sum(e.entries), 0) < 2 OR bool_or(e.rest <> 0) ORDER BY t.id`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

/** By convention a module that posts publishes a view of this name: the movements it has commanded, by their keys. */
const COMMAND_VIEW = 'v_ledger_command';

/**
 * The second oracle: a ledger that lost a third of its rows still sums to zero. Every command (workspace_id, source_kind,
 * source_id, kind) has its transaction, and every transaction of a kind that somebody commands has its command. Kinds
 * nobody lists only move money between accounts of one partner (approve, hold, release).
 */
export async function compareWithCommands(
  tx: Tx,
): Promise<{ lost: BusinessKey[]; unexplained: BusinessKey[] }> {
  const schemas = await sql<{ schema: string }>`
    SELECT schemaname AS schema FROM pg_views WHERE viewname = ${COMMAND_VIEW} ORDER BY 1`.execute(tx.db);
  const none = sql`SELECT NULL::text AS source_kind, NULL::text AS source_id, NULL::text AS kind WHERE false`;
  const commands = schemas.rows.map(
    ({ schema }) => sql`
      SELECT source_kind, source_id, kind FROM ${sql.table(`${schema}.${COMMAND_VIEW}`)}
      WHERE workspace_id = ${tx.workspaceId}::uuid`,
  );
  const { rows } = await sql<BusinessKey & { lost: boolean }>`
    WITH command AS (${sql.join([none, ...commands], sql` UNION ALL `)})
    SELECT COALESCE(c.source_kind, t.source_kind) AS "sourceKind", COALESCE(c.source_id, t.source_id) AS "sourceId",
           COALESCE(c.kind, t.kind) AS kind, t.kind IS NULL AS lost
    FROM command c
    FULL JOIN (
      SELECT source_kind, source_id, kind FROM ledger.transaction WHERE workspace_id = ${tx.workspaceId}::uuid
        AND (source_kind, kind) IN (SELECT source_kind, kind FROM command)
    ) AS t
      ON t.source_kind = c.source_kind AND t.source_id = c.source_id AND t.kind = c.kind
    WHERE c.kind IS NULL OR t.kind IS NULL ORDER BY 1, 2, 3`.execute(tx.db);
  const keys = (lost: boolean) => rows.filter((row) => row.lost === lost).map(({ lost: _, ...key }) => key);
  return { lost: keys(true), unexplained: keys(false) };
}
