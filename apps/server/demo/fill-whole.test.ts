import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listWorkspaces } from '@mosty/identity';
import { migrate, openPool } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type TestDatabase } from '@mosty/testkit';
import { forgetHalfDemo, isHalfFilled } from './fill-whole.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mosty-half-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

test('a demo company cut short is forgotten whole, and the database is as new', async () => {
  await (await testWorkspace(database)).close();
  writeFileSync(path.join(folder, 'demo.filling'), 'cut short');
  expect(isHalfFilled(folder)).toBe(true);
  await forgetHalfDemo(folder, database.ownerUrl);
  expect(isHalfFilled(folder)).toBe(false);
  const { applied } = await migrate(database.ownerUrl);
  expect(applied.length).toBeGreaterThan(10);
  const pool = openPool(database.appUrl, 1);
  expect(await listWorkspaces(pool)).toEqual([]);
  await pool.close();
  expect(readdirSync(folder)).toEqual([]);
});
