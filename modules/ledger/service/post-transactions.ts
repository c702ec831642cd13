import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import {
  accountText,
  checkPosting,
  keyText,
  partnerOf,
  type AccountName,
  type Posting,
} from '../domain/posting.ts';
import { ensureAccounts } from '../store/accounts.ts';
import {
  findTransactions,
  insertEntries,
  insertTransactions,
  type EntryRow,
  type TransactionRow,
} from '../store/transactions.ts';

export interface Posted {
  /** Movements recorded now. */
  readonly posted: number;
  /** Movements whose key was already there: nothing was changed. */
  readonly known: number;
}

/**
 * Posts money movements in the caller's transaction, all of them or none. Idempotent by (sourceKind, sourceId, kind).
 * Not a door of its own: whoever calls has asked its own rights, and signs with the context's actor.
 * Balances are kept by the database: one update per account per call, whatever the number of movements.
 * @throws Refusal `ledger.bad_posting`, `ledger.unbalanced`
 */
export async function postTransactions(tx: Tx, postings: readonly Posting[]): Promise<Posted> {
  const byKey = new Map<string, Posting>();
  for (const posting of postings) {
    const refusal = checkPosting(posting);
    if (refusal) throw refusal;
    const key = keyText(posting);
    if (!byKey.has(key)) byKey.set(key, posting);
  }
  if (byKey.size === 0) return { posted: 0, known: 0 };
  const ids = new Map([...byKey.keys()].map((key) => [key, tx.id('transaction')]));
  const reversed = await findReversed(tx, byKey, ids);
  const rows = [...byKey].map(
    ([key, posting]): TransactionRow => ({
      id: known(ids, key),
      kind: posting.kind,
      sourceKind: posting.sourceKind,
      sourceId: posting.sourceId,
      partnerId: partnerOf(posting),
      effectiveAt: posting.effectiveAt,
      period: posting.period,
      reason: posting.reason ?? null,
      reversesId: posting.reverses ? known(reversed, keyText(posting.reverses)) : null,
    }),
  );
  const recorded = await insertTransactions(tx, rows);
  const fresh = rows
    .filter((row) => recorded.has(row.id))
    .map((row) => ({ id: row.id, posting: known(byKey, keyText(row)) }));
  await addEntries(tx, fresh);
  return { posted: recorded.size, known: postings.length - recorded.size };
}

async function addEntries(
  tx: Tx,
  fresh: readonly { id: Id<'transaction'>; posting: Posting }[],
): Promise<void> {
  if (fresh.length === 0) return;
  const accounts = await ensureAccounts(tx, accountsOf(fresh.map(({ posting }) => posting)));
  await insertEntries(
    tx,
    fresh.flatMap(({ id, posting }) =>
      posting.entries.map(
        ({ account, currency, amountMinor }, index): EntryRow => ({
          transactionId: id,
          position: index + 1,
          accountId: known(accounts, accountText(account, currency)),
          partnerId: account.partnerId ?? null,
          currency,
          amountMinor,
        }),
      ),
    ),
  );
}

function accountsOf(postings: readonly Posting[]) {
  const wanted = new Map<string, readonly [string, AccountName, Currency]>();
  for (const { entries } of postings) {
    for (const { account, currency } of entries) {
      const text = accountText(account, currency);
      if (!wanted.has(text)) wanted.set(text, [text, account, currency]);
    }
  }
  return [...wanted.values()];
}

/** A reversed movement may stand earlier in this same batch or be long posted. */
async function findReversed(
  tx: Tx,
  byKey: ReadonlyMap<string, Posting>,
  ids: ReadonlyMap<string, Id<'transaction'>>,
) {
  const keys = [...byKey.values()].flatMap(({ reverses }) => reverses ?? []);
  const posted = await findTransactions(tx, keys);
  return new Map([...ids, ...posted]);
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the ledger does not know ${String(key)}`);
  return value;
}
