import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { replayBalances } from '../store/verdict.ts';
import { books, owing, type Books } from './ledger.fixture.ts';

let the: Books;
let partner: Id<'partner'>;

beforeAll(async () => {
  the = await books();
  partner = the.partners[0] as Id<'partner'>;
  await the.post(owing(partner, 100n), owing(partner, 200n));
});
afterAll(() => the?.close());

const TABLES = ['ledger.account', 'ledger.transaction', 'ledger.entry'];
const ONE_ENTRY = `(SELECT transaction_id FROM ledger.entry LIMIT 1)`;
const NEW_ENTRY = (transaction: string, position: number, amount: string) =>
  `INSERT INTO ledger.entry SELECT workspace_id, ${transaction}, ${position}, account_id, partner_id, currency, ${amount} FROM ledger.entry LIMIT 1`;
const NEW_TRANSACTION = (id: string, rest = '') =>
  `INSERT INTO ledger.transaction (workspace_id, id, kind, source_kind, source_id, effective_at, recorded_at, period, author ${rest && ', recorded_in'})
   SELECT workspace_id, '${id}', 'accrue', 'sly', '${id}', now(), now(), '2026-02', 'owner' ${rest} FROM ledger.transaction LIMIT 1`;

describe('what is written stays written, whoever asks (money.md 3, 4)', () => {
  test.each(TABLES)('the owner of %s cannot update, delete or truncate', async (table) => {
    await expect(the.asOwner(`UPDATE ${table} SET workspace_id = workspace_id`)).rejects.toThrow(
      /append-only: UPDATE/,
    );
    await expect(the.asOwner(`DELETE FROM ${table}`)).rejects.toThrow(/append-only: DELETE/);
    await expect(the.asOwner(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/append-only: TRUNCATE/);
    await expect(
      the.asOwner('SET LOCAL session_replication_role = replica', `DELETE FROM ${table}`),
    ).rejects.toThrow(/append-only/);
  });

  test.each([...TABLES, 'ledger.balance'])('the application cannot either: %s', async (table) => {
    for (const statement of [
      `UPDATE ${table} SET workspace_id = workspace_id`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table}`,
    ]) {
      await expect(transact(the.ctx, (tx) => sql.raw(statement).execute(tx.db))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test('the application cannot write a balance', async () => {
    const statement = `INSERT INTO ledger.balance SELECT workspace_id, 'acc_x', NULL, 5, 1 FROM ledger.balance LIMIT 1`;
    await expect(transact(the.ctx, (tx) => sql.raw(statement).execute(tx.db))).rejects.toThrow(
      /permission denied/,
    );
  });

  test('no entry joins a transaction of an earlier commit, not even a balanced pair', async () => {
    const pair = `INSERT INTO ledger.entry
      SELECT e.workspace_id, e.transaction_id, v.position, e.account_id, e.partner_id, e.currency, v.amount
      FROM ledger.entry e CROSS JOIN (VALUES (7, 5), (8, -5)) AS v(position, amount)
      WHERE e.position = 1 AND e.transaction_id = ${ONE_ENTRY}`;
    await expect(the.asOwner(pair)).rejects.toThrow(/was not recorded here/);
    await expect(the.asOwner(NEW_ENTRY(ONE_ENTRY, 7, '5'))).rejects.toThrow(/was not recorded here/);
  });

  test('nobody dates a transaction back into an earlier database transaction', async () => {
    await expect(the.asOwner(NEW_TRANSACTION('txn_back', ", '3'::xid8"))).rejects.toThrow(/recorded_in/);
  });

  test('a statement that leaves a transaction off is refused at once, one without entries at the commit', async () => {
    await expect(the.asOwner(NEW_TRANSACTION('txn_off'), NEW_ENTRY(`'txn_off'`, 1, '5'))).rejects.toThrow(
      /off by 5 RUB/,
    );
    await expect(the.asOwner(NEW_TRANSACTION('txn_none'))).rejects.toThrow(/has 0 entries/);
  });

  test('the look at the commit is put again by every statement, whatever was looked at before', async () => {
    const good = [
      NEW_TRANSACTION('txn_good'),
      `INSERT INTO ledger.entry SELECT workspace_id, 'txn_good', position, account_id, partner_id, currency, amount_minor
       FROM ledger.entry WHERE transaction_id = ${ONE_ENTRY}`,
    ];
    const none = NEW_TRANSACTION('txn_none');
    await expect(the.asOwner(...good, none)).rejects.toThrow(/has 0 entries/);
    await expect(
      the.asOwner(...good, 'SET CONSTRAINTS ALL IMMEDIATE', 'SET CONSTRAINTS ALL DEFERRED', none),
    ).rejects.toThrow(/has 0 entries/);
    await expect(
      the.asOwner('SAVEPOINT before', none, 'ROLLBACK TO before', NEW_TRANSACTION('txn_other')),
    ).rejects.toThrow(/txn_other has 0 entries/);
    await expect(transact(the.ctx, (tx) => sql`DELETE FROM ledger.unchecked`.execute(tx.db))).rejects.toThrow(
      /permission denied/,
    );
  });

  test('an entry of another currency or partner than its account is refused', async () => {
    const wrong = `INSERT INTO ledger.entry SELECT workspace_id, 'txn_wrong', position, account_id, partner_id, 'EUR', amount_minor FROM ledger.entry e
      WHERE transaction_id = ${ONE_ENTRY}`;
    await expect(the.asOwner(NEW_TRANSACTION('txn_wrong'), wrong)).rejects.toThrow(
      /another partner or currency/,
    );
    await expect(
      the.asOwner(
        NEW_TRANSACTION('txn_wrong'),
        wrong.replace("'EUR'", 'currency').replace('partner_id,', `'par_other',`),
      ),
    ).rejects.toThrow(/another partner or currency/);
  });

  test('after all these attempts the books are as they were', async () => {
    await look(the.ctx, async (tx) => {
      const { accounts, strayed } = await replayBalances(tx);
      expect({ accounts, strayed }).toEqual({ accounts: 2, strayed: [] });
    });
  });
});
