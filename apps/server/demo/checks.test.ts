import { createPartner } from '@mosty/directory';
import { look, openPool, transact, type Database } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { enterLifecycle, standingOf } from '@mosty/lifecycle';
import '@mosty/recruiting';
import { testDatabase, type TestDatabase } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST } from './cast.ts';
import { tellChecks } from './checks.ts';
import type { Enrolled } from './enrol.ts';
import { setStage } from './stage.ts';

let db: TestDatabase;
let database: Database;
beforeAll(async () => {
  db = await testDatabase();
  database = openPool(db.appUrl);
});
afterAll(async () => {
  await database?.close();
  await db?.drop();
});

test('nine candidates stand in several stages, and one is stopped by a client who does not win (S0.48)', async () => {
  const stage = await setStage(database, new Date('2026-11-20T09:00:00Z'));
  const enrolled = new Map<string, Enrolled>();
  for (const { name, launched } of CAST) {
    if (launched !== null) continue;
    const { id: partnerId } = await createPartner(stage.head, { name });
    await transact(stage.head, (tx) => enterLifecycle(tx, { partnerId, path: 'standard', to: 'mention' }));
    enrolled.set(name, { partnerId, agreementId: null });
  }
  await tellChecks(stage, enrolled, businessDate('2026-11-20'));
  const ids = [...enrolled.values()].map(({ partnerId }) => partnerId);
  const stages = await look(stage.head, async (tx) => {
    const standings = await standingOf(tx, ids);
    return ids.map((id) => standings.get(id)?.stage);
  });
  expect(stages).toEqual([
    'approved',
    'checking',
    'checking',
    'talking',
    'talking',
    'candidate',
    'candidate',
    'mention',
    'mention',
  ]);
});
