import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { look } from '@mosty/kernel/db';
import { partnerMoney } from '../service/partner-money.ts';
import { firm, type Firm } from '../service/payouts.fixture.ts';
import { setPayoutPolicy } from '../service/set-policy.ts';
import { readPolicy } from './policy.ts';

let the: Firm;

beforeAll(async () => {
  the = await firm();
});
afterAll(() => the?.close());

test('people of a partner are told their pay day, and cannot read how else the company pays', async () => {
  const partnerId = await the.partner('Вектор');
  const policy = await look(the.owner, readPolicy);
  await setPayoutPolicy(the.owner, { ...policy, payDay: 20 });
  const partner = await the.world.contextOfPartner(partnerId);
  expect((await partnerMoney(partner, { partnerId })).nextPayoutOn).toBe('2026-03-20');
  const { rows } = await look(partner, (tx) => sql`SELECT FROM payouts.policy`.execute(tx.db));
  expect(rows).toHaveLength(0);
});

test('what was approved is kept in a replica too: no trigger of it sleeps', async () => {
  const { rows } = await look(the.system, (tx) =>
    sql<{ name: string; fires: string }>`
      SELECT t.tgname AS name, t.tgenabled AS fires FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND (t.tgtype & 2) <> 0 AND (t.tgname LIKE 'keep\_%' OR t.tgname LIKE 'append\_only\_%')`.execute(
      tx.db,
    ),
  );
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['keep_batch', 'keep_hold', 'append_only_rows']),
  );
  expect(rows.filter(({ fires }) => fires !== 'A' && fires !== 'D').map(({ name }) => name)).toEqual([]);
});
