import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { Month } from '@mosty/kernel/time';
import type { AccountKind } from '../contract/accounts.ts';

export interface Balance {
  readonly kind: AccountKind;
  readonly partnerId: Id<'partner'> | null;
  readonly currency: Currency;
  /** Debit is positive: what we owe has a minus. */
  readonly amountMinor: bigint;
}

export interface BalanceFilter {
  readonly kinds: readonly AccountKind[];
  readonly partnerIds?: readonly Id<'partner'>[] | undefined;
  /** As it stood at the end of this month: without what counts in later ones. */
  readonly through?: Month | undefined;
}

/** Kept balances; `through` takes off the entries of later months, few in ordinary life. */
export async function balancesOf(tx: Tx, { kinds, partnerIds, through }: BalanceFilter): Promise<Balance[]> {
  const { rows } = await sql<Balance>`
    SELECT a.kind, a.partner_id AS "partnerId", a.currency, b.amount_minor - COALESCE(later.amount_minor, 0)::bigint AS "amountMinor"
    FROM ledger.account a
    JOIN ledger.balance b ON b.workspace_id = a.workspace_id AND b.account_id = a.id
    LEFT JOIN (
      SELECT e.account_id, sum(e.amount_minor) AS amount_minor
      FROM ledger.transaction t
      JOIN ledger.entry e ON e.workspace_id = t.workspace_id AND e.transaction_id = t.id
      WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.period > ${through ?? '9999-12'}
      GROUP BY e.account_id
    ) AS later ON later.account_id = a.id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.kind = ANY(${kinds}::text[])
      AND (${partnerIds ?? null}::text[] IS NULL OR a.partner_id = ANY(${partnerIds ?? null}::text[]))
    ORDER BY a.partner_id, a.kind, a.currency`.execute(tx.db);
  return rows;
}

export interface Movement {
  readonly partnerId: Id<'partner'>;
  readonly kind: string;
  readonly sourceKind: string;
  readonly accountKind: AccountKind;
  readonly currency: Currency;
  readonly amountMinor: bigint;
}

/** What each kind of movement did to the partners' accounts in one month. */
export async function movementsOf(
  tx: Tx,
  { month, partnerIds }: { month: Month; partnerIds?: readonly Id<'partner'>[] | undefined },
): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    SELECT e.partner_id AS "partnerId", t.kind, t.source_kind AS "sourceKind", a.kind AS "accountKind", e.currency,
           sum(e.amount_minor)::bigint AS "amountMinor"
    FROM ledger.transaction t
    JOIN ledger.entry e ON e.workspace_id = t.workspace_id AND e.transaction_id = t.id
    JOIN ledger.account a ON a.workspace_id = e.workspace_id AND a.id = e.account_id
    WHERE t.workspace_id = ${tx.workspaceId}::uuid AND t.period = ${month} AND e.partner_id IS NOT NULL
      AND (${partnerIds ?? null}::text[] IS NULL OR e.partner_id = ANY(${partnerIds ?? null}::text[]))
    GROUP BY e.partner_id, t.kind, t.source_kind, a.kind, e.currency
    ORDER BY e.partner_id, t.kind, t.source_kind, a.kind, e.currency`.execute(tx.db);
  return rows;
}
