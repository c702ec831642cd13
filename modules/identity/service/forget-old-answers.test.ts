import type { Context } from '@mosty/kernel/context';
import { KEY_KEPT_MS, look, transact, withIdempotency } from '@mosty/kernel/db';
import type { Operation } from '@mosty/kernel/operation';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetOldAnswersDaily } from './forget-old-answers.ts';

let database: TestDatabase;
let world: World;
let other: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  other = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await other?.close();
  await database?.drop();
});

const operation = { id: 'test.act', status: 200 } as Operation;
const act = (ctx: Context, key: string, said = 'done') =>
  withIdempotency(ctx, operation, key, {}, async () => ({ said }));
const keys = async (ctx: Context) => {
  const { rows } = await look(ctx, (tx) =>
    sql<{
      key: string;
    }>`SELECT split_part(key, ':', 2) AS key FROM kernel.idempotency ORDER BY created_at`.execute(tx.db),
  );
  return rows.map(({ key }) => key);
};

it('an answer is repeated for two days and then forgotten: of whoever asked, and of this company only', async () => {
  const began = world.clock.now().getTime();
  await act(world.system, 'old');
  await act(world.contextOf('partner_owner'), 'old-of-partner');
  await act(other.system, 'of-others');
  world.clock.set(new Date(began + 1));
  await act(world.system, 'two days');
  world.clock.set(new Date(began + KEY_KEPT_MS));
  await act(world.system, 'new');
  expect(await forgetOldAnswersDaily.run(world.system)).toEqual({ answers: 0 });
  expect(await act(world.system, 'old', 'again')).toEqual({ said: 'done' });
  world.clock.set(new Date(began + KEY_KEPT_MS + 1));
  expect(await forgetOldAnswersDaily.run(world.system)).toEqual({ answers: 2 });
  expect(await keys(world.system)).toEqual(['two days', 'new']);
  expect(await keys(other.system)).toEqual(['of-others']);
});

it('many go in parts, and all of them go', async () => {
  await transact(other.system, (tx) =>
    sql`INSERT INTO kernel.idempotency (workspace_id, key, operation, body_hash, created_at)
        SELECT ${tx.workspaceId}::uuid, 'x:' || n, 'test.act', 'x', ${tx.now()}::timestamptz - interval '9 days'
        FROM generate_series(1, 5001) AS n`.execute(tx.db),
  );
  expect(await forgetOldAnswersDaily.run(other.system)).toEqual({ answers: 5_001 });
  expect(await keys(other.system)).toEqual(['of-others']);
});
