import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Currency } from '@mosty/kernel/money';
import type { Month } from '@mosty/kernel/time';
import { ACCOUNT_KINDS, type AccountKind } from '../contract/accounts.ts';

export interface TurnoverRow {
  readonly account: AccountKind;
  readonly currency: Currency;
  readonly openingMinor: bigint;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly closingMinor: bigint;
}

/** From the kept balances backwards: only the month and what came after it are read, few in ordinary life. */
export async function trialBalance(tx: Tx, month: Month): Promise<TurnoverRow[]> {
  const { rows } = await sql<TurnoverRow>`
    SELECT account, currency, (closing - debit + credit)::bigint AS "openingMinor", debit::bigint AS "debitMinor",
           credit::bigint AS "creditMinor", closing::bigint AS "closingMinor"
    FROM (
      SELECT a.kind AS account, a.currency, sum(b.amount_minor) - COALESCE(sum(moved.later), 0) AS closing,
             COALESCE(sum(moved.debit), 0) AS debit, COALESCE(sum(moved.credit), 0) AS credit
      FROM ledger.account a
      JOIN ledger.balance b ON b.workspace_id = a.workspace_id AND b.account_id = a.id
      LEFT JOIN (
        SELECT e.account_id, sum(e.amount_minor) FILTER (WHERE t.period > ${month}) AS later,
               sum(e.amount_minor) FILTER (WHERE t.period = ${month} AND e.amount_minor > 0) AS debit,
               -sum(e.amount_minor) FILTER (WHERE t.period = ${month} AND e.amount_minor < 0) AS credit
        FROM ledger.transaction t
        JOIN ledger.entry e ON e.workspace_id = t.workspace_id AND e.transaction_id = t.id
        WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.period >= ${month}
        GROUP BY e.account_id
      ) AS moved ON moved.account_id = a.id
      WHERE a.workspace_id = ${tx.workspaceId}::uuid
      GROUP BY a.kind, a.currency
    ) AS of_kind
    WHERE closing <> 0 OR debit <> 0 OR credit <> 0
    ORDER BY currency <> ${tx.currency}, currency, array_position(${[...ACCOUNT_KINDS]}::text[], account)`.execute(
    tx.db,
  );
  return rows;
}
