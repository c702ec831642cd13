import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { AccountKind } from '../contract/accounts.ts';
import { accountText, type AccountName } from '../domain/posting.ts';

interface AccountRow {
  readonly id: Id<'account'>;
  readonly kind: AccountKind;
  readonly partner_id: Id<'partner'> | null;
  readonly currency: Currency;
}

type Wanted = readonly [text: string, account: AccountName, currency: Currency];

/** Ids of the named accounts by `accountText`; those that do not exist yet are made. */
export async function ensureAccounts(tx: Tx, wanted: readonly Wanted[]): Promise<Map<string, Id<'account'>>> {
  const found = await findAccounts(tx, wanted);
  const missing = wanted.filter(([text]) => !found.has(text));
  if (missing.length === 0) return found;
  await insertAccounts(tx, missing);
  // A statement of its own: an account that another transaction made meanwhile is seen only by a fresh snapshot.
  for (const [text, id] of await findAccounts(tx, missing)) found.set(text, id);
  return found;
}

async function findAccounts(tx: Tx, wanted: readonly Wanted[]): Promise<Map<string, Id<'account'>>> {
  const { rows } = await sql<AccountRow>`
    SELECT a.id, a.kind, a.partner_id, a.currency
    FROM unnest(${wanted.map(([, account]) => account.kind)}::text[],
                ${wanted.map(([, account]) => account.partnerId ?? null)}::text[],
                ${wanted.map(([, , currency]) => currency)}::text[]) AS w(kind, partner_id, currency)
    JOIN ledger.account a ON a.workspace_id = ${tx.workspaceId}::uuid AND a.kind = w.kind AND a.currency = w.currency
     AND a.partner_id = w.partner_id
    UNION ALL
    SELECT a.id, a.kind, a.partner_id, a.currency
    FROM ledger.account a
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id IS NULL`.execute(tx.db);
  return new Map(
    rows.map((row) => [accountText({ kind: row.kind, partnerId: row.partner_id }, row.currency), row.id]),
  );
}

async function insertAccounts(tx: Tx, missing: readonly Wanted[]): Promise<void> {
  const rows = [...missing].sort(([a], [b]) => (a < b ? -1 : 1));
  await sql`
    INSERT INTO ledger.account (workspace_id, id, kind, partner_id, currency, created_at)
    SELECT ${tx.workspaceId}::uuid, w.id, w.kind, w.partner_id, w.currency, ${tx.now()}
    FROM unnest(${rows.map(() => tx.id('account'))}::text[],
                ${rows.map(([, account]) => account.kind)}::text[],
                ${rows.map(([, account]) => account.partnerId ?? null)}::text[],
                ${rows.map(([, , currency]) => currency)}::text[]) AS w(id, kind, partner_id, currency)
    ON CONFLICT (workspace_id, partner_id, kind, currency) DO NOTHING`.execute(tx.db);
}
