import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { AccountKind } from '../contract/accounts.ts';

export interface ListedTransaction {
  readonly id: Id<'transaction'>;
  readonly kind: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly period: string;
  readonly reason: string | null;
  readonly author: string;
  readonly reversesId: Id<'transaction'> | null;
  readonly entries: readonly {
    readonly account: AccountKind;
    readonly partnerId: Id<'partner'> | null;
    readonly currency: Currency;
    /** Text: JSON inside the database would carry it, but not every reader of JSON. */
    readonly amountMinor: string;
  }[];
}

export interface ListFilter {
  /** Id of the last transaction already seen. */
  readonly before?: string | undefined;
  readonly partnerId?: Id<'partner'> | undefined;
  readonly account?: AccountKind | undefined;
  readonly month?: string | undefined;
  readonly limit: number;
}

/** Ids are given in the order of recording, so paging by them shows the last recorded first. */
export async function listTransactions(tx: Tx, filter: ListFilter): Promise<ListedTransaction[]> {
  const { rows } = await sql<ListedTransaction>`
    SELECT t.id, t.kind, t.source_kind AS "sourceKind", t.source_id AS "sourceId", t.effective_at AS "effectiveAt",
           t.recorded_at AS "recordedAt", t.period, t.reason, t.author, t.reverses_id AS "reversesId", e.entries
    FROM (${filter.partnerId || filter.account ? idsByAccount(tx, filter) : idsOfAll(tx, filter)}) AS page
    JOIN ledger.transaction t ON t.workspace_id = ${tx.workspaceId}::uuid AND t.id = page.id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('account', a.kind, 'partnerId', e.partner_id, 'currency', e.currency,
               'amountMinor', e.amount_minor::text) ORDER BY e.position) AS entries
      FROM ledger.entry e JOIN ledger.account a ON a.workspace_id = e.workspace_id AND a.id = e.account_id
      WHERE e.workspace_id = t.workspace_id AND e.transaction_id = t.id
    ) AS e
    ORDER BY t.id DESC`.execute(tx.db);
  return rows;
}

function idsOfAll(tx: Tx, { before, month, limit }: ListFilter) {
  return sql`
    SELECT t.id FROM ledger.transaction t
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND (${before ?? null}::text IS NULL OR t.id < ${before ?? null}::text)
      AND (${month ?? null}::text IS NULL OR t.period = ${month ?? null}::text)
    ORDER BY t.id DESC LIMIT ${limit}`;
}

/** Reads each account backwards by its index: a partner's last page costs the same in a ledger of any size. */
function idsByAccount(tx: Tx, { before, partnerId, account, month, limit }: ListFilter) {
  return sql`
    SELECT DISTINCT e.transaction_id AS id
    FROM ledger.account a
    CROSS JOIN LATERAL (
      SELECT e.transaction_id FROM ledger.entry e
      JOIN ledger.transaction t ON t.workspace_id = e.workspace_id AND t.id = e.transaction_id
      WHERE e.workspace_id = a.workspace_id AND e.account_id = a.id AND e.position > 0
        AND (${before ?? null}::text IS NULL OR e.transaction_id < ${before ?? null}::text)
        AND (${month ?? null}::text IS NULL OR t.period = ${month ?? null}::text)
      ORDER BY e.transaction_id DESC LIMIT ${limit}
    ) AS e
    WHERE a.workspace_id = ${tx.workspaceId}::uuid
      AND (${partnerId ?? null}::text IS NULL OR a.partner_id = ${partnerId ?? null}::text)
      AND (${account ?? null}::text IS NULL OR a.kind = ${account ?? null}::text)
    ORDER BY 1 DESC LIMIT ${limit}`;
}
